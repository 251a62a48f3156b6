// The ideal-customer questions and their answers.
import * as z from 'zod';
import { amountSchema } from './money.ts';

const terms = z.array(z.string().trim().min(1).max(300)).max(200);

/** An empty list or null is an unanswered question. */
export const idealCustomerSchema = z
  .strictObject({
    /** Words in the job titles of those who buy. */
    titles: terms,
    industries: terms,
    /** People at the company. */
    sizeFrom: z.int().min(0).nullable(),
    sizeTo: z.int().min(0).nullable(),
    /** Countries. */
    countries: terms,
    /** Least that makes it worth while, in minor units. */
    budget: amountSchema.nullable(),
    excludedCountries: terms,
    /** E-mail domains of competitors. */
    competitors: terms,
  })
  .refine(
    ({ sizeFrom, sizeTo }) => sizeFrom === null || sizeTo === null || sizeFrom <= sizeTo,
    'The smallest company size is larger than the largest.',
  );
export type IdealCustomer = Readonly<z.infer<typeof idealCustomerSchema>>;

export const idealCustomerQuestions: Readonly<Record<keyof IdealCustomer, string>> = {
  titles: 'Which job titles do your buyers have?',
  industries: 'Which industries are your best customers in?',
  sizeFrom: 'Smallest company (people)',
  sizeTo: 'Largest company (people)',
  countries: 'Which countries do you sell to?',
  budget: 'What is the smallest budget worth your time?',
  excludedCountries: 'Which places do you not sell to?',
  competitors: 'Which e-mail domains belong to competitors?',
};
