// Settings, the team, tags, fields, activity types, channels, campaigns, plans and views.
import { placedBefore } from '../../../shared/placed.ts';
import { changedSettings } from '../../../shared/settings-change.ts';
import type { EffectTable } from './effect-table.ts';
import { given, saved, without } from './rows.ts';

export const settingsEffects: EffectTable = {
  'settings.update': change => ({
    'workspace.get': answer => ({ ...answer, settings: { ...answer.settings, ...given(change) } }),
    ...(change.stepsHidden === undefined
      ? {}
      : { 'firstSteps.get': answer => ({ ...answer, hidden: change.stepsHidden ?? answer.hidden }) }),
  }),
  'settings.change': change => ({
    'workspace.get': answer => ({
      ...answer,
      settings: { ...answer.settings, ...changedSettings(answer.settings, change) },
    }),
    ...(change.what === 'first-step'
      ? {
          'firstSteps.get': answer => ({
            ...answer,
            steps: answer.steps.map(step => (step.id === change.step ? { ...step, done: step.done ?? 'hand' } : step)),
          }),
        }
      : {}),
  }),
  'members.save': (member, id) => ({
    'workspace.get': answer => ({ ...answer, members: saved(answer.members, member, id) }),
  }),
  'channels.save': (channel, id) => ({
    'workspace.get': answer => ({ ...answer, channels: saved(answer.channels, channel, id) }),
  }),
  'campaigns.save': (campaign, id) => ({
    'workspace.get': answer => ({ ...answer, campaigns: saved(answer.campaigns, campaign, id) }),
  }),
  'tags.save': (tag, id) => ({
    'workspace.get': answer => ({ ...answer, tags: saved(answer.tags, tag, id) }),
    'tags.list': rows => saved(rows, tag, id, { used: 0 }),
  }),
  'tags.remove': ({ id }) => ({
    'workspace.get': answer => ({ ...answer, tags: without(answer.tags, [id]) }),
    'tags.list': rows => without(rows, [id]),
  }),
  'customFields.save': ({ renamed: _, ...field }, id) => ({
    'workspace.get': answer => ({ ...answer, customFields: saved(answer.customFields, field, id) }),
    'customFields.list': rows => saved(rows, field, id, { used: 0 }),
  }),
  'customFields.move': ({ id, before }) => ({
    'workspace.get': answer => ({ ...answer, customFields: placedBefore(answer.customFields, [id], before) }),
    'customFields.list': rows => placedBefore(rows, [id], before),
  }),
  'activityTypes.save': (type, id) => ({ 'activityTypes.list': rows => saved(rows, type, id) }),
  // A new plan comes with its answer: its e-mails have no ids before.
  'nurture.savePlan': plan => (plan.id === null ? {} : { 'nurture.plans': rows => saved(rows, plan, plan.id ?? '') }),
  'nurture.saveTouch': ({ planId, ...touch }, id) => ({
    'nurture.plans': rows =>
      rows.map(plan =>
        plan.id === planId
          ? { ...plan, touches: saved(plan.touches, touch, id).toSorted((one, other) => one.day - other.day) }
          : plan,
      ),
  }),
  'nurture.removeTouch': ({ planId, id }) => ({
    'nurture.plans': rows =>
      rows.map(plan => (plan.id === planId ? { ...plan, touches: without(plan.touches, [id]) } : plan)),
  }),
  'views.save': (view, id) => ({ 'views.list': rows => saved(rows, view, id) }),
  'views.remove': ({ id }) => ({ 'views.list': rows => without(rows, [id]) }),
  'views.move': ({ id, before }) => ({ 'views.list': rows => placedBefore(rows, [id], before) }),
  'documents.setMeetingTime': time => ({
    'workspace.get': answer => {
      const { meetingTime } = answer.settings;
      const kept = { uid: meetingTime?.uid ?? '', sequence: meetingTime?.sequence ?? 0, ...time };
      return { ...answer, settings: { ...answer.settings, meetingTime: kept } };
    },
  }),
  'reach.save': (reach, id) => ({ 'reach.list': rows => saved(rows, reach, id) }),
  'spend.save': (spend, id) => ({ 'spend.list': rows => saved(rows, spend, id) }),
  'spend.remove': ({ id }) => ({ 'spend.list': rows => without(rows, [id]) }),
  'weeks.enter': ({ date, channelId, campaignId, what, value }) => ({
    'weeks.get': week =>
      week.from !== date
        ? week
        : {
            ...week,
            lines: week.lines.map(line =>
              line.channelId === channelId && line.campaignId === campaignId ? { ...line, [what]: value } : line,
            ),
          },
  }),
};
