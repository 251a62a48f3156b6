// Campaign and content of an activity: which effort it belongs to, and which guide, webinar or ad it was about.
import { useId } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field, type FieldLayout } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';

export type TypedTouch = { readonly campaignId: string | null; readonly content: string };

type Props = {
  readonly value: TypedTouch;
  readonly onChange: (touch: TypedTouch) => void;
  readonly layout?: FieldLayout;
  /** Enter in the field of the content, where no form hears it. */
  readonly onEnter?: () => void;
};

export function TouchFields({ value, onChange, onEnter, layout = 'row' }: Props) {
  const list = useId();
  const { campaigns } = useWorkspace();
  const contents = useRead('activities.contents', {}).data ?? [];
  const options = campaigns
    .filter(({ id, archived }) => !archived || id === value.campaignId)
    .map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      {options.length > 0 && (
        <Field label="Campaign" layout={layout}>
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Campaign"
              onChange={campaignId => onChange({ ...value, campaignId })}
              options={options}
              placeholder="No campaign"
              value={value.campaignId}
            />
          )}
        </Field>
      )}
      <Input
        label="Content"
        layout={layout}
        list={list}
        maxLength={200}
        meaning="Which guide, webinar or ad it was about."
        onChange={content => onChange({ ...value, content })}
        onKeyDown={event => event.key === 'Enter' && onEnter?.()}
        placeholder="Optional"
        value={value.content}
      />
      <datalist id={list}>
        {contents.map(content => (
          <option key={content} value={content} />
        ))}
      </datalist>
    </>
  );
}
