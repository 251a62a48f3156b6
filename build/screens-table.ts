// Every picture that `npm run screens` takes: one line per screen and state. A new screen adds its states here.
import type { Page } from 'playwright-core';
import { helpShots } from './screens-help.ts';
import { dropMail, previewMail } from './screens-mail.ts';

/**
 * first-run: no workspace yet; empty: a new one; sample: the sample, on a fixed day; plan: a business that can plan, at the meeting
 * that does; plan-back: four weeks later; mail: a small firm; shared: the same, sharing its workspace in a folder.
 */
export type WorkspaceKind = 'first-run' | 'empty' | 'sample' | 'plan' | 'plan-back' | 'mail' | 'shared';

export type Shot = {
  /** File name of the picture, before size and scheme: "board-empty". */
  readonly name: string;
  readonly workspace: WorkspaceKind;
  /** Address within the window: "/board". */
  readonly path: string;
  /** What to do once the screen is there: open a menu, type, drag. */
  readonly prepare?: (page: Page) => Promise<void>;
};

const screens = ['today', 'board', 'leads', 'import', 'review', 'criteria', 'campaigns', 'settings'] as const;

/** A sheet of 120 jobs, as a first import: quotes, customers without a day, no activity. */
const jobs = [
  'Name\tCompany\tPhone\tStatus\tAmount',
  ...Array.from({ length: 120 }, (_, i) => {
    const status = ['Lead', 'Opportunity', 'Customer', 'Lead', 'Lost'][i % 5];
    return `Person ${i + 1}\tWorkshop ${i + 1}\t+44 7700 900${String(i).padStart(3, '0')}\t${status}\t${1200 + 35 * i}`;
  }),
].join('\n');

async function importJobs(page: Page): Promise<void> {
  await page.evaluate(async text => {
    const { ripen } = window as unknown as {
      ripen: { call: (name: string, input: unknown) => Promise<{ value: { mapping: unknown } }> };
    };
    const source = { kind: 'pasted', text };
    const { value } = await ripen.call('imports.read', { jobId: 'jobs', source });
    await ripen.call('imports.run', { jobId: 'jobs-run', source, mapping: value.mapping });
  }, jobs);
  await page.getByRole('heading', { level: 2, name: 'Where we are' }).waitFor();
  await page
    .getByText(/\d people are open/)
    .first()
    .waitFor();
}

async function planToSee(page: Page): Promise<void> {
  await page.getByText(/the chance is/).waitFor();
  await page.getByRole('heading', { name: 'How such plans would have done' }).waitFor();
}

async function pastMonthsToSee(page: Page): Promise<void> {
  await planToSee(page);
  await page.getByRole('region', { name: 'How plans would have done' }).scrollIntoViewIfNeeded();
}

const criteriaTabs = ['start', 'learn', 'rejections', 'bar', 'versions'] as const;

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).last().click();

const sharingShots: readonly Shot[] = [
  { name: 'join', workspace: 'first-run', path: '/today', prepare: press('Join a shared workspace') },
  { name: 'settings-sharing', workspace: 'empty', path: '/settings/sharing' },
  { name: 'share', workspace: 'empty', path: '/settings/sharing', prepare: press('Share this workspace') },
  { name: 'shared', workspace: 'shared', path: '/board', prepare: press(/^Shared/) },
  {
    name: 'shared-stop',
    workspace: 'shared',
    path: '/board',
    prepare: async page => {
      await press(/^Shared/)(page);
      await press('Stop sharing')(page);
    },
  },
  { name: 'settings-shared', workspace: 'shared', path: '/settings/sharing' },
];

const mailShots: readonly Shot[] = [
  { name: 'mail', workspace: 'mail', path: '/import', prepare: dropMail(0) },
  { name: 'mail-crowd', workspace: 'mail', path: '/import', prepare: dropMail(59) },
  { name: 'mail-preview', workspace: 'mail', path: '/import', prepare: previewMail },
];

export const shots: readonly Shot[] = [
  ...helpShots,
  { name: 'welcome', workspace: 'first-run', path: '/today' },
  ...sharingShots,
  ...mailShots,
  ...screens.map(screen => ({ name: `${screen}-empty`, workspace: 'empty', path: `/${screen}` }) as const),
  ...screens.map(screen => ({ name: screen, workspace: 'sample', path: `/${screen}` }) as const),
  ...(['rules', 'assignment', 'stages', 'nurture'] as const).map(part => ({
    name: `settings-${part}`,
    workspace: 'sample' as const,
    path: `/settings/${part}`,
  })),
  {
    name: 'settings-reminders',
    workspace: 'sample',
    path: '/settings/reminders',
    prepare: async page => {
      await page.getByRole('group', { name: 'Show reminders' }).getByText('On', { exact: true }).click();
      await page.getByRole('group', { name: 'Quiet hours' }).getByText('On', { exact: true }).click();
      await page.getByRole('group', { name: 'Stay in the tray' }).getByText('On', { exact: true }).click();
      await page.getByText('its menu has Open and Quit').waitFor();
    },
  },
  {
    name: 'today-step-menu',
    workspace: 'sample',
    path: '/today',
    prepare: page =>
      page
        .getByRole('button', { name: /^More for / })
        .first()
        .click(),
  },
  ...[
    ['done', 'Done'],
    ['snooze', 'Snooze'],
  ].map(
    ([name, button]): Shot => ({
      name: `today-${name}`,
      workspace: 'sample',
      path: '/today',
      prepare: page =>
        page
          .getByRole('region', { name: /next steps? (is|are) due/ })
          .getByRole('button', { name: button, exact: true })
          .first()
          .click(),
    }),
  ),
  {
    name: 'settings-plan-starts',
    workspace: 'sample',
    path: '/settings/nurture',
    prepare: async page => {
      await page.evaluate(() => {
        for (const plan of document.querySelectorAll('details')) plan.open = true;
      });
      await page.getByRole('checkbox', { name: 'When a download is logged' }).check();
      await page.getByRole('checkbox', { name: 'Bad timing' }).check({ force: true });
      await page.getByRole('textbox', { name: 'Content' }).waitFor();
    },
  },
  {
    name: 'today-lead',
    workspace: 'sample',
    path: '/today',
    prepare: async page => {
      await page.locator('[data-row] [data-lead]').first().click();
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    },
  },
  ...(['board', 'leads'] as const).map(
    (screen): Shot => ({
      name: `${screen}-menu`,
      workspace: 'sample',
      path: `/${screen}`,
      prepare: page =>
        page.locator('[data-card], [role=row] [role=gridcell]:nth-child(3)').nth(4).click({ button: 'right' }),
    }),
  ),
  {
    name: 'leads-lead',
    workspace: 'sample',
    path: '/leads',
    prepare: async page => {
      await page.locator('#cell-3-0').click();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    },
  },
  {
    name: 'log',
    workspace: 'sample',
    path: '/today',
    prepare: async page => {
      await page.evaluate(() => localStorage.removeItem('log-form'));
      await page.keyboard.press('Control+l');
      await page.getByRole('textbox', { name: 'What happened' }).waitFor();
    },
  },
  ...(
    [
      ['log-line', 'Dave Holt @ Kingsley rang about a staircase, 12k, quote by friday', null],
      ['log-question', 'call with Dave Holt about the stairs, 3-4k', 'Enter'],
      ['log-step', 'Dave Holt rang, call back friday', 'Alt+7'],
    ] as const
  ).map(
    ([name, text, key]): Shot => ({
      name,
      workspace: 'sample',
      path: '/today',
      prepare: async page => {
        await page.evaluate(() => localStorage.removeItem('log-form'));
        await page.keyboard.press('Control+l');
        await page.getByRole('textbox', { name: 'What happened' }).fill(text);
        await page.getByRole('button', { name: /Dave Holt/ }).waitFor();
        if (key) await page.keyboard.press(key);
      },
    }),
  ),
  {
    name: 'log-fields',
    workspace: 'sample',
    path: '/today',
    prepare: async page => {
      await page.keyboard.press('Control+l');
      await page.getByRole('button', { name: 'Use three fields' }).click();
    },
  },
  {
    name: 'board-filter',
    workspace: 'sample',
    path: '/board',
    prepare: page => page.getByRole('button', { name: 'Filter' }).click(),
  },
  ...(['fit', 'never', 'shortcuts', 'caps', 'grades'] as const).map(section => ({
    name: `criteria-${section}`,
    workspace: 'sample' as const,
    path: `/criteria/rules.${section}`,
  })),
  ...(['empty', 'sample'] as const).flatMap(workspace =>
    criteriaTabs.map(tab => ({
      name: `criteria-${tab}${workspace === 'empty' ? '-empty' : ''}`,
      workspace,
      path: `/criteria/${tab}`,
    })),
  ),
  ...[
    'overview',
    'figures',
    'trends',
    'funnel',
    'mqls',
    'handoff',
    'channels',
    'threshold',
    'what-if',
    'plan',
    'decisions',
    'items',
    'sla',
    'close',
  ].map(
    section =>
      ({ name: `review-${section}`, workspace: 'sample', path: `/review/week.2026-02-23.${section}` }) as const,
  ),
  { name: 'review-closed', workspace: 'sample', path: '/review/week.2026-02-09.minutes' },
  { name: 'review-past', workspace: 'sample', path: '/review/past' },
  { name: 'review-two', workspace: 'sample', path: '/review/compare.2026-02-09.2026-02-16' },
  {
    name: 'criteria-rejections-found',
    workspace: 'sample',
    path: '/criteria/rejections',
    prepare: async page => {
      await page
        .getByRole('button', { name: /^Find a fix for/ })
        .first()
        .click();
      await page
        .getByText(/^Prevents \d/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'criteria-ready-set',
    workspace: 'sample',
    path: '/criteria/start',
    prepare: async page => {
      await page.getByRole('button', { name: 'Preview Software company' }).click();
    },
  },
  { name: 'plan-made', workspace: 'plan', path: '/review/week.2026-05-25.plan', prepare: planToSee },
  { name: 'plan-past-months', workspace: 'plan', path: '/review/week.2026-05-25.plan', prepare: pastMonthsToSee },
  { name: 'plan-decided', workspace: 'plan-back', path: '/review/week.2026-05-25.minutes' },
  { name: 'plan-comes-back', workspace: 'plan-back', path: '/review/week.2026-06-22.last' },
  { name: 'plan-again', workspace: 'plan-back', path: '/review/week.2026-06-22.plan', prepare: planToSee },
  // Last, because what it imports stays in the empty workspace.
  { name: 'review-first-meeting', workspace: 'empty', path: '/review', prepare: importJobs },
];
