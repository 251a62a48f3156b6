// Channels and the campaigns in them: added, renamed, dated, archived.
import { useState } from 'react';
import type { Campaign, Channel } from '../../../shared/workspace.ts';
import { rowKey } from '../../api/row-key.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Term } from '../../ui/Term.tsx';
import { CampaignForm } from './CampaignForm.tsx';
import { ChannelForm } from './ChannelForm.tsx';
import styles from './campaigns.module.css';

export function Lists() {
  const { channels, campaigns } = useWorkspace();
  const [channel, setChannel] = useState<Channel | 'new' | null>(null);
  const [campaign, setCampaign] = useState<Campaign | 'new' | null>(null);
  const none = campaigns.filter(({ channelId }) => channelId === null);
  const group = (title: string, of: Channel | null, rows: readonly Campaign[]) => (
    <section
      aria-label={title}
      className={styles.channel}
      data-archived={of?.archived}
      key={of ? rowKey(of.id) : 'none'}
    >
      <h2 className={styles.channelHead}>
        {title}
        {of?.archived && <span className={styles.aside}>archived</span>}
        {of && <ChannelTools channel={of} onEdit={setChannel} />}
      </h2>
      <ul>
        {rows.map(row => (
          <CampaignLine campaign={row} key={rowKey(row.id)} onEdit={setCampaign} />
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <div className={styles.tools}>
        <Button icon="plus" onClick={() => setCampaign('new')}>
          Add campaign
        </Button>
        <Button icon="plus" onClick={() => setChannel('new')}>
          Add channel
        </Button>
      </div>
      <p className={styles.aside}>
        A <Term id="channel">channel</Term> is a way people find you; a <Term id="campaign">campaign</Term> is one
        effort in it.
      </p>
      <div className={styles.channels}>
        {[...channels]
          .sort((a, b) => Number(a.archived) - Number(b.archived))
          .map(one =>
            group(
              one.label,
              one,
              campaigns.filter(({ channelId }) => channelId === one.id),
            ),
          )}
        {none.length > 0 && group('No channel', null, none)}
      </div>
      {channel !== null && (
        <ChannelForm channel={channel === 'new' ? null : channel} onClose={() => setChannel(null)} />
      )}
      {campaign !== null && (
        <CampaignForm campaign={campaign === 'new' ? null : campaign} onClose={() => setCampaign(null)} />
      )}
    </>
  );
}

function ChannelTools({ channel, onEdit }: { readonly channel: Channel; readonly onEdit: (channel: Channel) => void }) {
  const save = useCommand('channels.save');
  const { label, archived } = channel;
  return (
    <span className={styles.rowTools}>
      <IconButton icon="edit" label={`Rename ${label}`} onClick={() => onEdit(channel)} size="small" />
      <Button
        look="plain"
        onClick={() =>
          save.run(
            { id: channel.id, archived: !archived },
            { done: archived ? `${label} restored.` : `${label} archived.` },
          )
        }
        size="small"
      >
        {archived ? 'Restore' : 'Archive'}
      </Button>
    </span>
  );
}

function CampaignLine({ campaign, onEdit }: { readonly campaign: Campaign; readonly onEdit: (one: Campaign) => void }) {
  const save = useCommand('campaigns.save');
  const { label, archived, startsOn, endsOn } = campaign;
  return (
    <li className={styles.campaign} data-archived={archived}>
      <span>{label}</span>
      <span className={styles.aside}>
        {archived && 'archived'}
        {!archived && startsOn !== null && (
          <>
            <DateText date={startsOn} /> to {endsOn === null ? 'now' : <DateText date={endsOn} />}
          </>
        )}
      </span>
      <span className={styles.rowTools}>
        <IconButton icon="edit" label={`Edit ${label}`} onClick={() => onEdit(campaign)} size="small" />
        <Button
          look="plain"
          onClick={() =>
            save.run(
              { id: campaign.id, archived: !archived },
              { done: archived ? `${label} restored.` : `${label} archived.` },
            )
          }
          size="small"
        >
          {archived ? 'Restore' : 'Archive'}
        </Button>
      </span>
    </li>
  );
}
