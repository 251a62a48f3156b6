// Share menu of the review, with the paper size.
import { keysOf } from '../../../../shared/actions.ts';
import { paperSizeLabels, paperSizes, usualPaperSize } from '../../../../shared/print.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { act } from '../../../parts/actions/actions.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/floating/Menu.tsx';
import { Icon } from '../../../ui/Icon.tsx';

export function ReviewExportMenu() {
  const { settings } = useWorkspace();
  const { run } = useCommand('settings.update');
  const country = new Intl.Locale(navigator.language).maximize().region ?? null;
  const size = settings.paperSize ?? usualPaperSize(country);
  return (
    <Menu
      align="end"
      button={props => (
        <Button icon="print" {...props}>
          Share
        </Button>
      )}
      label="Share"
      sections={[
        {
          items: [
            { id: 'print', label: 'Save as PDF', keys: keysOf('print'), run: () => act('print') },
            {
              id: 'copy-minutes',
              label: 'Copy minutes',
              keys: keysOf('copy-minutes'),
              run: () => act('copy-minutes'),
            },
            { id: 'mail-minutes', label: 'E-mail minutes', run: () => act('mail-minutes') },
            { id: 'meeting-time', label: 'Add meeting to calendar', run: () => act('meeting-time') },
          ],
        },
        {
          title: 'Paper size',
          items: paperSizes.map(paper => ({
            id: paper,
            label: paperSizeLabels[paper],
            ...(paper === size ? { glyph: <Icon name="check" size={14} /> } : {}),
            run: () => void run({ paperSize: paper }, { done: `Paper size set to ${paperSizeLabels[paper]}.` }),
          })),
        },
      ]}
    />
  );
}
