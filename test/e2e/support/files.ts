// Stands in for the owner at the system's own dialogs, which no test can reach: what would be chosen there.
import type { Ripen } from './ripen.ts';

/** From now on every dialog for a new file answers `file`; null: the owner cancels. */
export const chooseNewFile = ({ electronApp }: Ripen, file: string | null): Promise<void> =>
  electronApp.evaluate(({ dialog }, filePath) => {
    const answers = { given: 0 };
    Object.assign(globalThis, { answers });
    dialog.showSaveDialog = (async () => {
      answers.given += 1;
      return { canceled: filePath === null, filePath: filePath ?? '' };
    }) as never;
  }, file);

/** How often that dialog has answered since. */
export const newFileAnswers = ({ electronApp }: Ripen): Promise<number> =>
  electronApp.evaluate(() => (globalThis as never as { answers: { given: number } }).answers.given);

/** From now on every dialog for an existing file answers `file`. */
export const chooseFile = ({ electronApp }: Ripen, file: string): Promise<void> =>
  electronApp.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as never;
  }, file);

type Asked = { readonly message: string; readonly detail?: string; readonly buttons?: readonly string[] };

/** From now on every question of the system is answered with the button at `button`. */
export const answerQuestions = ({ electronApp }: Ripen, button: number): Promise<void> =>
  electronApp.evaluate(({ dialog }, response) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...given: unknown[]) => {
      asked.push(given.at(-1));
      return { response, checkboxChecked: false };
    }) as never;
  }, button);

/** The questions put since `answerQuestions`. */
export const questionsOf = ({ electronApp }: Ripen): Promise<readonly Asked[]> =>
  electronApp.evaluate(() => (globalThis as never as { asked: Asked[] }).asked);
