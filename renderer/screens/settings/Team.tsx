// Team members, their department, and who you are acting as.
import { useState } from 'react';
import type { Member } from '../../../shared/workspace.ts';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { needed, useSettings } from '../../parts/settings/use-settings.ts';
import { IconButton } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { AddByName } from './AddByName.tsx';
import { ArchivedList } from './ArchivedList.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';

const sides = [
  { value: 'marketing', label: 'Marketing' },
  { value: 'sales', label: 'Sales' },
  { value: 'both', label: 'Both' },
] as const;

export function Team() {
  const { members } = useWorkspace();
  const { settings, save } = useSettings();
  const command = useCommand('members.save');
  const here = members.filter(member => !member.archived);
  return (
    <>
      <Rows>
        {here.map(member => (
          <MemberRow key={rowKey(member.id)} member={member} />
        ))}
      </Rows>
      <AddMember />
      <ArchivedList
        labelOf={member => member.name}
        onBack={member => command.run({ id: member.id, archived: false }, { done: `${member.name} reactivated.` })}
        rows={members.filter(member => member.archived)}
        title="Deactivated"
      />
      <InlineChoice
        label="Acting as"
        meaning="Your name on everything you log, move and decide."
        onSave={save('actingAs')}
        options={here.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="No one in particular"
        value={settings.actingAs}
      />
    </>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { run } = useCommand('members.save');
  const change = async (changed: Partial<Member>) =>
    errorMessage(await run({ ...changed, id: member.id }, { quiet: true }));
  return (
    <li className={styles.row}>
      <InlineText
        label={`Name of ${member.name}`}
        layout="bare"
        onSave={needed(name => change({ name }), 'Enter a name for the member.')}
        value={member.name}
      />
      <Segments
        label={`Department of ${member.name}`}
        onChange={side => change({ side })}
        options={sides}
        value={member.side}
      />
      <IconButton
        icon="archive"
        label={`Deactivate ${member.name}`}
        onClick={() =>
          run({ id: member.id, archived: true }, { done: `${member.name} deactivated. Their work stays.` })
        }
        size="small"
      />
    </li>
  );
}

function AddMember() {
  const [side, setSide] = useState<Member['side']>('sales');
  const { run } = useCommand('members.save');
  const add = async (name: string) =>
    errorMessage(
      await run({ id: null, name, side, archived: false }, { done: `${name} added to the team.`, quiet: true }),
    );
  return (
    <AddByName label="Name of a new member" onAdd={add} placeholder="Add a member">
      <Segments label="Department of the new member" onChange={setSide} options={sides} value={side} />
    </AddByName>
  );
}
