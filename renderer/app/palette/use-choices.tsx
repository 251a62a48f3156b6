// Everything the palette can offer right now.
import { useQuery } from '@tanstack/react-query';
import { type ActionId, type ActionMenu, actions } from '../../../shared/actions.ts';
import { ask } from '../../api/call.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act, canAct } from '../../parts/actions/actions.ts';
import { withFile } from '../../parts/actions/use-file-actions.ts';
import { useRoute } from '../../parts/navigation/use-route.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { settingsItem, sidebarItems } from '../sidebar-items.ts';
import { byName, fitting, inOrder, type PaletteChoice, type PaletteGroup } from './choices.ts';
import { helpAsked, helpChoices } from './help-choices.tsx';
import styles from './palette.module.css';

const glyphs: Partial<Record<ActionId, IconName>> = {
  log: 'plus',
  'new-lead': 'person',
  undo: 'undo',
  search: 'search',
  import: 'import',
  export: 'export',
  keys: 'help',
  about: 'help',
  back: 'left',
  forward: 'right',
  ...Object.fromEntries([...sidebarItems, settingsItem].map(item => [item.action, item.icon])),
};

/** People looked at, and of them shown: the best names are not always those with the highest score. */
const searched = 40;
const shown = 6;

/** Groups for what was typed, in the order in which Enter meets them. */
export function useChoices(typed: string): readonly PaletteGroup[] {
  const { openLead } = useRoute();
  const { members, settings } = useWorkspace();
  const update = useCommand('settings.update');
  const steps = useRead('journal.state', {}).data;
  const people = useRead(
    'leads.list',
    { search: typed, limit: searched },
    { when: typed.trim() !== '', keep: true },
  ).data;
  const files = useQuery({ queryKey: ['workspaces.state'], queryFn: () => ask('workspaces.state', {}) }).data;

  const leads = typed.trim() === '' ? [] : byName(people?.rows ?? [], typed).slice(0, shown);
  const doable = actions.filter(({ id }) => id !== 'palette' && canAct(id));
  const toChoice = ({ id, label, keys }: (typeof actions)[number]): PaletteChoice => {
    const step = id === 'undo' ? steps?.undo : id === 'redo' ? steps?.redo : null;
    return {
      key: id,
      label: step ? `${label} ${step}` : label,
      glyph: <Icon name={glyphs[id] ?? 'arrow'} size={16} />,
      after: keys && <Kbd keys={keys} />,
      run: () => void act(id),
    };
  };
  const isPossible = ({ id }: (typeof actions)[number]) =>
    (id !== 'undo' || steps?.undo != null) && (id !== 'redo' || steps?.redo != null);
  const ofMenus = (...menus: readonly ActionMenu[]) =>
    doable.filter(action => menus.includes(action.menu) && isPossible(action)).map(toChoice);
  const actAs = members
    .filter(member => !member.archived && member.id !== settings.actingAs)
    .map(member => ({
      key: `as-${member.id}`,
      label: `Act as ${member.name}`,
      glyph: <Icon name="person" size={16} />,
      run: () => void update.run({ actingAs: member.id }, { done: `Acting as ${member.name}.` }),
    }));
  const workspaces = (files?.recent ?? [])
    .filter(({ file }) => file !== files?.open?.file)
    .map(({ file, name }) => ({
      key: `file-${file}`,
      label: `Open ${name}`,
      also: 'workspace',
      glyph: <Icon name="file" size={16} />,
      run: () => void withFile('workspaces.open', { file }),
    }));

  // Last: Enter means the person, the command or the screen of that name.
  const help = { title: 'Help', choices: helpChoices(typed) };
  if (helpAsked(typed) !== null) return [help];
  const found = inOrder(
    {
      title: 'Leads',
      choices: leads.map(row => ({
        key: row.id,
        label: row.name,
        glyph: <StageGlyph stage={row.stage} />,
        after: (
          <span className={styles.lead}>
            {row.company !== row.name && row.company} <b>{row.score.total}</b>
          </span>
        ),
        run: () => openLead(row.id),
      })),
    },
    [
      { title: 'Commands', choices: fitting(ofMenus('lead', 'edit'), typed) },
      { title: 'Go to', choices: fitting(ofMenus('go'), typed) },
      {
        title: 'Ripen',
        choices: fitting(
          [...ofMenus('file', 'view', 'help'), ...(typed.trim() ? [...actAs, ...workspaces] : [])],
          typed,
        ),
      },
    ],
    typed,
  );
  return help.choices.length > 0 ? [...found, help] : found;
}
