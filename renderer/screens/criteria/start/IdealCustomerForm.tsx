// Form of the ideal-customer questions, with a live preview of the rules.
import { type FormEvent, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { type IdealCustomer, idealCustomerQuestions as questions } from '../../../../shared/ideal-customer.ts';
import { errorMessage, useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { amountProblem, parseAmount, parseNumber } from '../../../ui/parse.ts';
import styles from './start.module.css';
import { TermsField } from './TermsField.tsx';

type SavedAnswers = Output<'idealCustomer.get'>;

const nothing: IdealCustomer = {
  titles: [],
  industries: [],
  sizeFrom: null,
  sizeTo: null,
  countries: [],
  budget: null,
  excludedCountries: [],
  competitors: [],
};

export function IdealCustomerForm({ answers: before, frequent }: SavedAnswers) {
  const format = useFormat();
  const [answers, setAnswers] = useState(before ?? nothing);
  const [texts, setTexts] = useState({
    sizeFrom: before?.sizeFrom?.toString() ?? '',
    sizeTo: before?.sizeTo?.toString() ?? '',
    budget: before?.budget == null ? '' : String(before.budget / format.unit),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const save = useCommand('idealCustomer.save');
  const sizeIsWrong = answers.sizeFrom !== null && answers.sizeTo !== null && answers.sizeFrom > answers.sizeTo;
  const preview = useRead('idealCustomer.preview', { answers }, { keep: true, when: !sizeIsWrong });
  const isEmpty = JSON.stringify(answers) === JSON.stringify(nothing);
  const set = (change: Partial<IdealCustomer>) => {
    setAnswers({ ...answers, ...change });
    setProblem(null);
  };
  const text = (
    name: 'titles' | 'industries' | 'countries' | 'excludedCountries' | 'competitors',
    more: Partial<Hints> = {},
  ) => (
    <TermsField label={questions[name]} onChange={value => set({ [name]: value })} values={answers[name]} {...more} />
  );
  const budgetIsWrong = texts.budget.trim() !== '' && answers.budget === null;
  const number = (name: 'sizeFrom' | 'sizeTo' | 'budget', placeholder: string) => (
    <Input
      error={
        name === 'sizeTo' && sizeIsWrong
          ? 'The smallest company size is larger than the largest.'
          : name === 'budget' && budgetIsWrong
            ? amountProblem(texts.budget, format.currency)
            : null
      }
      inputMode="numeric"
      label={questions[name]}
      onChange={text => {
        setTexts({ ...texts, [name]: text });
        const value = name === 'budget' ? parseAmount(text, format.currency) : parseNumber(text);
        set({ [name]: value === null || value < 0 ? null : Math.round(value) });
      }}
      placeholder={placeholder}
      value={texts[name]}
    />
  );

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (sizeIsWrong || budgetIsWrong) return;
    const result = await save.run(
      { answers },
      {
        done: ({ draft }) =>
          draft ? 'Ideal customer added to the draft. Publish it under Rules.' : 'The current rules already say this.',
        quiet: true,
      },
    );
    setProblem(errorMessage(result));
  }

  return (
    <form aria-labelledby="ideal" className={styles.ideal} onSubmit={onSubmit}>
      <div className={styles.questions}>
        {text('titles', { placeholder: 'owner, head of sales', suggestions: frequent.titles })}
        {text('industries', { placeholder: 'Retail', suggestions: frequent.industries })}
        <div className={styles.sizes}>
          {number('sizeFrom', '10')}
          {number('sizeTo', '200')}
        </div>
        {text('countries', { placeholder: 'Austria', suggestions: frequent.countries })}
        {number('budget', format.money(5000 * format.unit))}
        {text('excludedCountries', {
          suggestions: frequent.countries.filter(index => !answers.countries.includes(index)),
        })}
        {text('competitors', { placeholder: 'rival.example' })}
      </div>
      <aside aria-label="Rules from these answers" className={styles.preview}>
        <h3>Rules from your answers</h3>
        {preview.data && preview.data.text.length > 0 ? (
          <ul className={styles.text}>
            {preview.data.text.map(word => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        ) : (
          <p className={styles.quiet}>Answer a question to see its rule here.</p>
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <Button disabled={save.busy || sizeIsWrong || (isEmpty && before === null)} type="submit">
          Add to draft
        </Button>
        <p className={styles.quiet}>This replaces the rules from earlier answers. Your other rules stay.</p>
      </aside>
    </form>
  );
}

type Hints = { readonly placeholder: string; readonly suggestions: readonly string[] };
