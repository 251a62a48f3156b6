// What Ripen does not read as a table, each in one sentence that says what it is and one that says what to do.

export const rejected = {
  workbookPassword:
    'This workbook has a password. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, empty the box, save the file, and import it again.',
  sheetPassword:
    'This spreadsheet has a password. Open it in LibreOffice, choose File > Save As, untick "Save with password", and import the new file.',
  archivePassword: 'This archive has a password. Unpack it and choose the file in it.',
  numbers: 'This is a Numbers document. In Numbers choose File > Export To > Excel or CSV, and import that file.',
  pages:
    'This is a Pages or Keynote document. Ripen reads spreadsheets here; copy the table in it and paste it instead.',
  binaryWorkbook:
    'This is a binary workbook (.xlsb). In Excel choose File > Save As, type Excel Workbook (.xlsx), and import that file.',
  ancientWorkbook:
    'This workbook is of a kind from before Excel 97. Open it in LibreOffice, save it as .xlsx, and import that file.',
  otherOds: 'This is an OpenDocument file, but no spreadsheet. Copy the table in it and paste it instead.',
  textDocument:
    'This is a text document (Word). Ripen reads spreadsheets here; copy the table in it and paste it instead.',
  slides: 'This is a presentation. Ripen reads spreadsheets here; copy the table in it and paste it instead.',
  outlookMessage:
    'This is an Outlook message (.msg). Ripen reads e-mails as .eml: in the new Outlook, or in Outlook on the web, save the message as .eml, and import that file.',
  outlookArchive:
    'This is an Outlook mailbox (.pst). Ripen reads spreadsheets here; export the contacts from Outlook as CSV instead.',
  oldOffice:
    'This is an Office document, but no workbook. Open it, save the list as .xlsx or CSV, and import that file.',
  accessDatabase:
    'This is an Access database. Export the table from Access as an Excel workbook, and import that file.',
  pdf: 'This is a PDF. Ripen reads spreadsheets here; export the list as CSV or .xlsx from the program it comes from.',
  database: 'This is a database, not a table. To open a Ripen workspace, use File > Open.',
  picture: 'This is a picture, not a table. Ripen reads spreadsheets here: .xlsx, .xls, .ods, CSV.',
  media: 'This is a sound or a film, not a table. Ripen reads spreadsheets here: .xlsx, .xls, .ods, CSV.',
  compressed: 'This file is compressed. Unpack it first, and choose the file in it.',
  archive: 'There is no table in this archive. Unpack it and choose the file itself.',
  webPage: 'This is a web page without a table. Copy the list in it and paste it instead.',
  webArchive: 'This is a saved web page (.mht). Open it in Excel, save it as .xlsx, and import that file.',
  calendar: 'This is a calendar (.ics). Ripen reads spreadsheets here; its appointments cannot be imported as a table.',
  noMail: 'No e-mail or address card found. Ripen reads .eml, .emlx, .mbox and .vcf files, and folders that hold them.',
  severalFiles:
    'Several files can be read together only where all are e-mails, or all are address cards. Choose the others one by one.',
  richText: 'This is a text document (.rtf). Ripen reads spreadsheets here; copy the table in it and paste it instead.',
  json: 'This is JSON, not a table. Export the list as CSV instead.',
  xml: 'This is XML, not a table. Export the list as CSV or .xlsx instead.',
  sylk: 'This is a SYLK file (.slk). Open it in Excel, save it as .xlsx, and import that file.',
  ldif: 'This is an LDIF address list. Export the contacts as CSV instead.',
  unknown: 'This file is not a table that can be read. Ripen reads spreadsheets here: .xlsx, .xls, .ods, CSV.',
} as const;
