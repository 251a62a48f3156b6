// Words of data protection that both sides use: legal bases, and what the record of processing asks the owner.
import * as z from 'zod';

/** Article 6(1) GDPR, as far as it concerns customers. */
export const legalBases = ['consent', 'contract', 'legal-obligation', 'legitimate-interest'] as const;
export type LegalBasis = (typeof legalBases)[number];
export const legalBasisLabels: Readonly<Record<LegalBasis, string>> = {
  consent: 'Consent',
  contract: 'Contract',
  'legal-obligation': 'Legal obligation',
  'legitimate-interest': 'Legitimate interest',
};

const answer = z.string().trim().max(2000);
/** What only the owner knows for the record of processing. */
export const processingSchema = z.strictObject({
  controller: answer,
  contact: answer,
  purposes: answer,
  recipients: answer,
  security: answer,
});
export type Processing = Readonly<z.infer<typeof processingSchema>>;
export const emptyProcessing: Processing = {
  controller: '',
  contact: '',
  purposes: '',
  recipients: '',
  security: '',
};
export const processingLabels: Readonly<Record<keyof Processing, string>> = {
  controller: 'Controller',
  contact: 'Contact for data protection',
  purposes: 'Purposes',
  recipients: 'Recipients',
  security: 'Security measures',
};

/** The job under which an opened workspace finishes an erasure that was cut short. */
export const finishErasingJob = 'finish-erasing';
