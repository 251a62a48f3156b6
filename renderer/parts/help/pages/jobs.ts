// Help for the three jobs: log, import, meet.
import type { HelpPage } from '../help-page.ts';

export const jobPages: readonly HelpPage[] = [
  {
    id: 'how-log',
    title: 'Log leads and activities',
    about: 'Someone called, wrote or stopped by. Log it in one sentence, in a few seconds, from any screen.',
    words: 'add person call phone note enter type new contact quick',
    parts: [
      {
        title: 'Log in one sentence',
        steps: [
          'Press {log}.',
          'Type what happened as you would say it, such as “dave @ kingsley rang about a staircase, 12k, quote by friday”.',
          'Look at the line below: person, company, activity, time, note, deal and next step. Click one to change it, or press `Alt+1` to `Alt+9`.',
          'Press `Enter`. Everything shown is saved as one step.',
        ],
      },
      {
        title: 'If Ripen asks',
        points: [
          'A name that is spelled nearly like one you have is asked first. Press `1` or `2`, or click the right answer.',
          'Nothing is saved that was not shown. {undo} undoes the whole entry.',
        ],
      },
      {
        title: 'Other ways',
        points: [
          'One activity for several people: select them in Leads or on the Board, then **Log**.',
          'The same thing again: {log-again}.',
          'Only a person, without an activity: {new-lead}.',
          'Separate fields instead of a sentence: **Use three fields**.',
        ],
      },
    ],
    next: ['log', 'today', 'score'],
  },
  {
    id: 'how-import',
    title: 'Bring in a spreadsheet or a mailbox',
    about: 'Import the list you already have. You see what will happen before it happens, and can undo it all.',
    words:
      'excel csv xlsx ods file list table e-mail mbox eml outlook google contacts paste upload crm hubspot pipedrive',
    parts: [
      {
        title: 'A spreadsheet',
        steps: [
          'Press {go-import} and then **Choose file**. You can also drop the file on the window, or copy the cells and press `Mod+V` there.',
          'Check what each column becomes. A column that finds no field can become a custom field, or is skipped.',
          'Press **Preview import**. Read the marked sentences and confirm each with **This is right**.',
          'Answer who is who where a row may be someone you already have: **Same person** or **New lead**.',
          'Press **Import …**.',
        ],
      },
      {
        title: 'A mailbox',
        steps: [
          'Export the mailbox from your mail program as .mbox, or save messages as .eml files.',
          'Choose the file, and say which addresses are yours.',
          'Choose what to do with **People who are not leads yet**, then **Preview import**.',
        ],
      },
      {
        title: 'If it was the wrong file',
        points: [
          '**Undo import** removes what the import added and restores what it changed. It is in **Import history**, as long as the undo history goes back.',
          'A backup is made before every import, except in the sample.',
        ],
      },
    ],
    next: ['import', 'leads', 'backups'],
  },
  {
    id: 'how-meet',
    title: 'Hold the weekly meeting',
    about: 'Half an hour in which marketing and sales look at the same figures and leave with decisions.',
    words: 'review weekly agenda minutes decisions action items pdf meeting mode room screen',
    parts: [
      {
        title: 'Before the first meeting',
        steps: [
          'Add your team under {go-settings}, **Team**.',
          'Choose a time with {menu:meeting-time}. The calendar file adds the meeting to the calendar you use.',
        ],
      },
      {
        title: 'In the meeting',
        steps: [
          'Press {go-review}, then {meeting-mode} to show one section at a time on the room’s screen.',
          'Go on with `→`, back with `←`. Click any number to see the people behind it.',
          'Record the outcome of decisions that are due, and go through the action items.',
          'Look at the [[mql|MQLs]] of the week and at those sales rejected.',
          'Add each decision with the effect you expect, and action items with an owner and a date.',
          'In **Close**, check what is saved and press **Close review of …**.',
        ],
      },
      {
        title: 'After the meeting',
        points: [
          'Figures and minutes of a closed review no longer change.',
          '{print} saves the review as a PDF; {menu:copy-minutes} copies the minutes.',
          'A decision returns four weeks later with what happened since.',
        ],
      },
    ],
    next: ['review', 'score', 'campaigns'],
  },
];
