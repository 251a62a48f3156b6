// Help for settings, the file, and what is good to know once.
import type { HelpPage } from '../help-page.ts';

export const settingsPages: readonly HelpPage[] = [
  {
    id: 'settings',
    title: 'Settings',
    about: 'Your team, how this workspace counts, and where your data is. Changes are saved at once and can be undone.',
    place: { screen: 'settings' },
    words:
      'team members currency time zone holidays stages activity types custom fields tags appearance dark light about',
    parts: [
      {
        title: 'What to set first',
        points: [
          '**Team**: who works with the leads. There are no passwords; choose who you are acting as.',
          '**Workspace**: currency, time zone and first day of the week.',
          '**Handoff rules**: how soon sales answers, days off, and after how many days a lead is inactive.',
          '**MQL assignment**: who gets a new [[mql]].',
        ],
      },
      {
        title: 'Make it yours',
        points: [
          '**Activity types**, **Custom fields** and **Tags**: add your own words.',
          '**Stages**: limits of the board’s columns, and how likely deals are.',
          '**Nurture plans**: a few dated e-mails, which you send yourself.',
          '**Appearance**: light, dark, or as the system is set.',
        ],
      },
    ],
    next: ['backups', 'sharing', 'privacy', 'passphrase', 'reminders'],
  },
  {
    id: 'backups',
    title: 'Data file and backups',
    about:
      'Your workspace is one file on this computer. When something has changed, a backup is made every half hour, beside it.',
    place: { screen: 'settings', rest: 'backups' },
    words: 'save copy restore lost damaged file disk usb move computer repair salvage',
    parts: [
      {
        title: 'Keep a copy elsewhere',
        steps: ['Open {go-settings}, **Backups**.', 'Press **Save a copy**, and choose another disk or a USB stick.'],
      },
      {
        title: 'Go back to a backup',
        steps: [
          'Find the day in the list, and press **Restore**.',
          'The current state is backed up first, so that you can return to it. The sample has no backups.',
        ],
      },
      {
        title: 'If the file is damaged',
        points: ['Ripen says so, and offers **Repair** or **Salvage into a new file**. The damaged file is kept.'],
      },
    ],
    next: ['passphrase', 'sharing', 'problem'],
  },
  {
    id: 'sharing',
    title: 'Sharing',
    about: 'Several computers, one workspace, without a server: they meet in a folder that all of them can reach.',
    place: { screen: 'settings', rest: 'sharing' },
    words: 'team colleagues computers folder dropbox onedrive nextcloud network sync invitation join',
    parts: [
      {
        title: 'Share',
        steps: [
          'Choose {menu:share-workspace}.',
          'Press **Choose folder**: OneDrive, Dropbox, Nextcloud, iCloud Drive, an office share or a USB stick.',
          'Enter a passphrase of 12 characters or more twice, and write it down. Without it no one can join.',
          'Press **Share workspace**, then **Save invitation**, and give the file to the others.',
        ],
      },
      {
        title: 'Join on the other computer',
        steps: [
          'Choose {menu:join-workspace}, then **Open invitation**.',
          'Enter the passphrase; where the folder is not found, choose it. Press **Join**.',
          'Choose where to keep the file, and say who you are.',
        ],
      },
      {
        title: 'Good to know',
        points: [
          'Each computer keeps the whole workspace and works without a network.',
          'The line in the sidebar says whether you are up to date. Click it for details.',
          'If two people changed the same value, the newer one counts. **Use this value** chooses the other.',
          'What is in the folder is encrypted.',
          'Changes made before sharing cannot be undone afterwards.',
        ],
      },
    ],
    next: ['backups', 'passphrase'],
  },
  {
    id: 'privacy',
    title: 'Privacy',
    about: 'What the law asks of you: answer people about their data, erase them, and keep a record.',
    place: { screen: 'settings', rest: 'privacy' },
    words: 'gdpr erase delete person consent retention record of processing do not contact data protection',
    parts: [
      {
        title: 'Someone asks what you know about them',
        steps: ['Open the lead.', 'Under **Privacy**, press **Save all data as PDF**.'],
      },
      {
        title: 'Someone asks to be erased',
        steps: [
          'Open the lead, and choose {menu:erase-person}.',
          'Read what goes and what stays. Choose whether backups are included.',
          'Type the name, and press **Erase for good**. This is the one thing that cannot be undone.',
          'In a shared workspace, stop sharing on every computer first.',
        ],
      },
      {
        title: 'Every few months',
        points: [
          '**Review leads after** lists people you have not dealt with for so long. Erase them, or **Keep a year**.',
          '**Save record as PDF** writes your record of processing.',
        ],
      },
      {
        title: 'What Ripen itself does',
        points: [
          'It makes no network request, except to a network folder you choose, and sends nothing. Your data is in your file.',
        ],
      },
    ],
    next: ['lead', 'passphrase', 'backups'],
  },
  {
    id: 'passphrase',
    title: 'Passphrase',
    about: 'Locks the workspace, so that the file and its backups cannot be read while it is closed.',
    place: { screen: 'settings', rest: 'passphrase' },
    words: 'password encrypt lock recovery sheet security laptop stolen',
    parts: [
      {
        title: 'Lock the workspace',
        steps: [
          'Choose {menu:passphrase}, then **Lock this workspace**.',
          'Enter a passphrase of 12 characters or more twice.',
          'Press **Print recovery sheet**, and keep it where only you find it.',
        ],
      },
      {
        title: 'Good to know',
        points: [
          'A forgotten passphrase cannot be replaced. Only the recovery sheet opens the file then.',
          '**Change passphrase** and **Unlock for good** are in the same place.',
        ],
      },
    ],
    next: ['backups', 'privacy'],
  },
  {
    id: 'reminders',
    title: 'Reminders and calendar',
    about:
      'Notifications of this computer for next steps and the meeting, and a calendar file for the calendar you use.',
    place: { screen: 'settings', rest: 'reminders' },
    words: 'notification alarm quiet hours tray calendar ics outlook google',
    parts: [
      {
        title: 'Reminders',
        steps: [
          'Open {go-settings}, **Reminders**, and turn **Show reminders** on.',
          'Set **Quiet hours**, if you want some.',
          'Press **Show a test reminder** to see whether your system shows it.',
        ],
      },
      {
        title: 'Calendar',
        steps: [
          'Under **Calendar file**, press **Choose place**. Ripen keeps the file up to date.',
          'Subscribe to that file in your calendar.',
        ],
      },
    ],
    next: ['today', 'settings'],
  },
];

export const ideaPages: readonly HelpPage[] = [
  {
    id: 'score',
    title: 'How the score works',
    about: 'Score = [[engagement]] (what they did) + [[fit]] (who they are). Both are always shown.',
    words: 'points mql ready threshold grade cooling receipt calculation why',
    parts: [
      {
        title: 'Ready for sales',
        points: [
          'At the [[threshold]], 100 points at first, a lead becomes [[mql]] by itself, with a [[receipt]].',
          'A [[minimumFit]] keeps out people who click a lot but cannot buy. A [[disqualifier]] keeps out competitors and the like.',
          'A [[shortcut]] makes an MQL at once, such as one demo request. A new workspace has no shortcuts and no disqualifiers; add yours in Criteria.',
        ],
      },
      {
        title: 'Then sales answers',
        points: [
          '**Accept** makes it an [[sql]]. **Reject** hands it back with a reason and a day to try again.',
          'The [[responseClock]] shows how long the lead has waited.',
          'A score that falls later moves no one back; the lead is marked [[cooling]].',
        ],
      },
      {
        title: 'When something is missing',
        points: [
          '“70, up to 95” means that missing details could add points. The lead’s page names the best question.',
        ],
      },
    ],
    next: ['criteria', 'lead', 'board'],
  },
  {
    id: 'keys',
    title: 'Work without a mouse',
    about: 'Everything can be done with the keyboard.',
    words: 'shortcuts keyboard undo palette commands',
    parts: [
      {
        title: 'The five to know',
        points: [
          '{log}: what just happened.',
          '{palette}: any lead, command or help page by its name.',
          '{undo}: takes a step back, also after a restart.',
          '{search}: the search of the screen you see.',
          '{help}: the help page of the screen you see.',
        ],
      },
      { title: 'All of them', points: ['{keys} shows every shortcut.'] },
    ],
    next: ['how-log', 'today'],
  },
  {
    id: 'problem',
    title: 'When something goes wrong',
    about: 'What to try, and how to report it without giving any of your data away.',
    words: 'error bug crash support contact slow broken lost undo',
    parts: [
      {
        title: 'What helps',
        points: [
          'A wrong change: {undo}, as often as needed.',
          'A wrong import: **Undo import** in **Import history**.',
          'A lost or damaged file: **Restore** a backup under {go-settings}, **Backups**.',
        ],
      },
      {
        title: 'Report it',
        steps: [
          'Choose {menu:report-problem}. You see the whole report: versions, some settings and errors, and no data.',
          'Save the report, and send the file yourself. Ripen sends nothing.',
        ],
      },
    ],
    next: ['backups', 'how-import'],
  },
];
