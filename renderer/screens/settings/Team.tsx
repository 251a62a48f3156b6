// The team: who there is, on which side they stand, and in whose name things are done.
import { useState } from 'react';
import type { Member } from '../../../shared/workspace.ts';
import { refusalOf, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { AddByName } from './AddByName.tsx';
import { PutAway } from './PutAway.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';
import { needed, useSettings } from './use-settings.ts';

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
          <MemberRow key={member.id} member={member} />
        ))}
      </Rows>
      <AddMember />
      <PutAway
        labelOf={member => member.name}
        onBack={member =>
          command.run({ id: member.id, archived: false }, { done: `${member.name} is back in the team.` })
        }
        rows={members.filter(member => member.archived)}
        title="No longer in the team"
      />
      <InlineChoice
        label="Acting as"
        meaning="In whose name you log, move and decide. It stands beside everything you do."
        onSave={save('actingAs')}
        options={here.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="Nobody in particular"
        value={settings.actingAs}
      />
    </>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { run } = useCommand('members.save');
  const change = async (changed: Partial<Member>) =>
    refusalOf(await run({ ...changed, id: member.id }, { quiet: true }));
  return (
    <li className={styles.row}>
      <InlineText
        label={`Name of ${member.name}`}
        layout="bare"
        onSave={needed(name => change({ name }), 'A member needs a name.')}
        value={member.name}
      />
      <Segments
        label={`Side of ${member.name}`}
        onChange={side => change({ side })}
        options={sides}
        value={member.side}
      />
      <IconButton
        icon="archive"
        label={`${member.name} has left`}
        onClick={() =>
          run({ id: member.id, archived: true }, { done: `${member.name} is no longer in the team; their work stays.` })
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
    refusalOf(await run({ id: null, name, side, archived: false }, { done: `${name} is in the team.`, quiet: true }));
  return (
    <AddByName label="Name of a new member" onAdd={add} placeholder="Add somebody">
      <Segments label="Side of the new member" onChange={setSide} options={sides} value={side} />
    </AddByName>
  );
}
