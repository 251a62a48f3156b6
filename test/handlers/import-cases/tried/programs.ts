// Files as programs export them, with the people they hold, written down before they were read.
import type { Tried } from './tried.ts';

export const programs: readonly Tried[] = [
  {
    name: 'HubSpot deals with the pipeline behind the stage',
    lines: [
      'Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Pipeline,Associated Contact,Associated Company',
      '900,Mill roof,Closed Won (Sales Pipeline),"1,200.50",2026-03-04 00:00,Sam Roe,Sales Pipeline,Ada Holm (ada@mill.example),Mill GmbH',
      '901,Quay gate,Appointment Scheduled (Sales Pipeline),800,2026-07-01 00:00,,Sales Pipeline,Bo Lind (bo@quay.example),Quay AG',
      '902,Fern wall,Closed Lost (Sales Pipeline),300,2026-04-01 00:00,,Sales Pipeline,,Fern KG',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> customer [Mill roof won 1200.5]',
      'Bo Lind @Quay AG <bo@quay.example> opportunity [Quay gate open 800]',
      '· @Fern KG lost [Fern wall lost 300]',
    ],
  },
  {
    name: 'Pipedrive people with a marketing status',
    lines: [
      'Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Marketing status,Person - Won deals,Person - Open deals',
      'Ada Holm,,Mill GmbH,ada@mill.example,ada@home.example,+49 30 1234501,Subscribed,0,1',
      'Bo Lind,,Quay AG,bo@quay.example,,,Unsubscribed,2,0',
      'Cy Ott,,Fern KG,cy@fern.example,,,No consent,0,0',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> +49 30 1234501 lead consent-yes',
      'Bo Lind @Quay AG <bo@quay.example> lead consent-no',
      'Cy Ott @Fern KG <cy@fern.example> lead consent-no',
    ],
  },
  {
    name: 'Zoho leads with an opt-out and an annual revenue',
    lines: [
      'Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Title,Email,Phone,Fax,Lead Source,Lead Status,No. of Employees,Annual Revenue,Rating,Created By.id,Created Time,Modified Time,Full Name,City,Country,Email Opt Out,Salutation,Tag,Unsubscribed Mode,Unsubscribed Time',
      'zcrm_1,zcrm_9,Sam Roe,Mill GmbH,Ada,Holm,CEO,ada@mill.example,+49 30 1234501,,Cold Call,Contacted,12,250000,Active,zcrm_9,2026-01-05 10:00:00,2026-05-05 10:00:00,Ada Holm,Berlin,Germany,false,Ms.,,,',
      'zcrm_2,zcrm_9,Sam Roe,Quay AG,Bo,Lind,,bo@quay.example,,,Trade Show,Lost Lead,40,0,,zcrm_9,2026-01-06 10:00:00,2026-05-05 10:00:00,Bo Lind,Graz,Austria,true,Mr.,,,',
      'zcrm_3,zcrm_9,Sam Roe,Fern KG,Cy,Ott,,cy@fern.example,,,Trade Show,Junk Lead,4,,,zcrm_9,2026-01-07 10:00:00,2026-05-05 10:00:00,Cy Ott,Graz,Austria,false,,,Consent form,2026-04-04 10:00:00',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> +49 30 1234501 lead',
      'Bo Lind @Quay AG <bo@quay.example> lost consent-no',
      'Cy Ott @Fern KG <cy@fern.example> disqualified consent-no',
    ],
  },
  {
    name: 'Salesforce contacts with crosses as 0 and 1',
    lines: [
      'Contact ID,Salutation,First Name,Last Name,Title,Account Name,Email,Phone,Email Opt Out,Do Not Call,Lead Source,Account Owner,Birthdate',
      '0031,Ms.,Ada,Holm,CEO,Mill GmbH,ada@mill.example,+49 30 1234501,0,0,Web,Sam Roe,1984-03-02',
      '0032,Mr.,Bo,Lind,,Quay AG,bo@quay.example,,1,0,Web,Sam Roe,',
      '0033,,Cy,Ott,,Fern KG,cy@fern.example,,0,1,Web,Sam Roe,1990-01-01',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> +49 30 1234501 lead',
      'Bo Lind @Quay AG <bo@quay.example> lead consent-no',
      'Cy Ott @Fern KG <cy@fern.example> lead consent-no',
    ],
  },
  {
    name: 'Mailchimp, the unsubscribed',
    lines: [
      'Email Address,First Name,Last Name,Phone Number,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON,LEID,EUID,NOTES,TAGS',
      'ada@mill.example,Ada,Holm,,2,2024-01-05 10:00:00,2024-01-05 10:01:00,2026-03-04 10:00:00,Spring,NORMAL,1,e1,,"""VIP"",""Blog"""',
      'bo@quay.example,Bo,Lind,,2,2024-01-06 10:00:00,2024-01-06 10:01:00,2026-03-05 10:00:00,Spring,SPAM,2,e2,,',
    ],
    people: ['Ada Holm <ada@mill.example> lead consent-no', 'Bo Lind <bo@quay.example> lead consent-no'],
  },
  {
    name: 'Brevo contacts with a blacklist',
    lines: [
      'CONTACT ID;EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLIST;SMS_BLACKLIST;ADDED_TIME;MODIFIED_TIME',
      '1;ada@mill.example;Holm;Ada;491701234501;false;false;2026-01-05 10:00:00;2026-05-05 10:00:00',
      '2;bo@quay.example;Lind;Bo;;true;false;2026-01-06 10:00:00;2026-05-05 10:00:00',
    ],
    people: ['Ada Holm <ada@mill.example> 491701234501 lead', 'Bo Lind <bo@quay.example> lead consent-no'],
  },
  {
    name: 'Google Contacts with several addresses in one cell',
    lines: [
      'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Event 1 - Label,Event 1 - Value',
      'Ada,,Holm,,,,Mill GmbH,Owner,1984-03-02,"Line one',
      'line two",,* myContacts,* Work,ada@mill.example ::: ada@home.example,Work,+49 30 1234501 ::: +49 170 1234501,Anniversary,2010-05-05',
      'Bo,,Lind,,,,,,,,,Customers ::: * myContacts,Home,bo@quay.example,,,,',
    ],
    people: ['Ada Holm @Mill GmbH <ada@mill.example> +49 30 1234501 lead', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'Outlook in German',
    encode: 'windows-1252',
    lines: [
      '"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position","Straße geschäftlich","Ort geschäftlich","Postleitzahl geschäftlich","Land/Region geschäftlich","Fax geschäftlich","Telefon geschäftlich","Telefon (privat)","Mobiltelefon","E-Mail-Adresse","E-Mail-Typ","E-Mail: Angezeigter Name","E-Mail 2: Adresse","Geburtstag","Jahrestag","Kategorien","Notizen","Privat","Priorität"',
      '"Frau","Jörg-Anna","","Müller","","Mühle GmbH","","Geschäftsführerin","Weg 1","Köln","50667","Deutschland","+49 221 99","+49 221 1234501","","","ada@mill.example","SMTP","Jörg-Anna Müller (ada@mill.example)","","2.3.1984","0.0.00","Kunde","","Falsch","Normal"',
      '"","Bo","","Lind","","","","","","","","","","","","0170 1234502","bo@quay.example","SMTP","Bo","","0.0.00","0.0.00","","","Falsch","Normal"',
    ],
    people: [
      'Jörg-Anna Müller @Mühle GmbH <ada@mill.example> +49 221 1234501 lead|customer',
      'Bo Lind <bo@quay.example> 0170 1234502 lead',
    ],
  },
  {
    name: 'Eventbrite attendees, paid tickets and refunds',
    lines: [
      'Order ID,Order Date,Attendee Status,Name,First Name,Last Name,Email,Event Name,Ticket Quantity,Ticket Type,Ticket Price,Buyer Name,Buyer Email',
      '1,2026-03-01 10:00,Checked In,Ada Holm,Ada,Holm,ada@mill.example,Open day,1,Regular,25.00,Ada Holm,ada@mill.example',
      '1,2026-03-01 10:00,Attending,Bo Lind,Bo,Lind,bo@quay.example,Open day,1,Regular,25.00,Ada Holm,ada@mill.example',
      '2,2026-03-02 10:00,Refunded,Cy Ott,Cy,Ott,cy@fern.example,Open day,1,Regular,25.00,Cy Ott,cy@fern.example',
    ],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead', 'Cy Ott <cy@fern.example> lead'],
  },
  {
    name: 'Calendly, of which one was canceled',
    lines: [
      'Event Type Name,Start Date & Time,End Date & Time,Location,Event Created Date & Time,Canceled,Canceled By,Cancellation reason,User Name,User Email,Invitee Name,Invitee First Name,Invitee Last Name,Invitee Email,Marked as No-Show,Question 1,Response 1',
      '30 Minute Meeting,2026-05-04 10:00,2026-05-04 10:30,Zoom,2026-05-01 09:00,false,,,Sam Roe,sam@ours.example,Ada Holm,,,ada@mill.example,No,Phone?,+49 30 1234501',
      '30 Minute Meeting,2026-05-05 10:00,2026-05-05 10:30,Zoom,2026-05-02 09:00,true,Bo Lind,ill,Sam Roe,sam@ours.example,Bo Lind,,,bo@quay.example,No,,',
    ],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead'],
    did: ['meeting-held 2026-05-04'],
  },
  {
    name: 'Stripe customers',
    lines: [
      'id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Total Spend,Payment Count,Refunded Volume,Dispute Losses',
      'cus_1,,ada@mill.example,Ada Holm,2026-01-05 10:00,false,card_1,4242,120.50,2,0.00,0.00',
      'cus_2,,bo@quay.example,Bo Lind,2026-02-05 10:00,true,card_2,1881,0.00,0,0.00,0.00',
    ],
    people: ['Ada Holm <ada@mill.example> customer [Ada Holm won 120.5]', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'Shopify customers, e-mail and SMS apart',
    lines: [
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address City,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
      "'6001,Ada,Holm,ada@mill.example,yes,Mill,Berlin,DE,10115,,+49 30 1234501,no,250.00,3,,no,vip",
      "'6002,Bo,Lind,bo@quay.example,no,,Graz,AT,8010,,,no,0.00,0,,no,",
      "'6003,Cy,Ott,cy@fern.example,no,,Graz,AT,8010,,,yes,0.00,0,,no,",
    ],
    people: [
      'Ada Holm @Mill <ada@mill.example> +49 30 1234501 customer consent-yes [Mill won 250]',
      'Bo Lind <bo@quay.example> lead consent-no',
      'Cy Ott <cy@fern.example> lead consent-no',
    ],
  },
  {
    name: 'WooCommerce customers',
    lines: [
      'Name,Username,Last Active,Date Registered,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code',
      'Ada Holm,ada,2026-05-01 10:00:00,2026-01-05 10:00:00,ada@mill.example,3,250.00,83.33,DE,Berlin,,10115',
      'Bo Lind,bo,2026-05-02 10:00:00,2026-02-05 10:00:00,bo@quay.example,0,0,0,AT,Graz,,8010',
    ],
    people: ['Ada Holm <ada@mill.example> customer [Ada Holm won 250]', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'WooCommerce orders with every status',
    lines: [
      'Order ID,Order Date,Order Status,Billing First Name,Billing Last Name,Billing Email,Order Total,Payment Method',
      '11,2026-03-01 10:00,wc-completed,Ada,Holm,ada@mill.example,100.00,Card',
      '12,2026-03-02 10:00,wc-cancelled,Bo,Lind,bo@quay.example,50.00,Card',
      '13,2026-03-03 10:00,wc-failed,Cy,Ott,cy@fern.example,60.00,Card',
      '14,2026-03-04 10:00,wc-processing,Di,Roe,di@oak.example,70.00,Card',
    ],
    people: [
      'Ada Holm <ada@mill.example> customer [11 won 100]',
      'Bo Lind <bo@quay.example> lost [12 lost 50]',
      'Cy Ott <cy@fern.example> lost|opportunity|lead [13 lost 60]|[13 open 60]|',
      'Di Roe <di@oak.example> customer [14 won 70]',
    ],
  },
  {
    name: 'Meta lead ads in UTF-16 with tabs',
    encode: 'utf-16le',
    lines: [
      'id\tcreated_time\tad_id\tad_name\tadset_id\tadset_name\tcampaign_id\tcampaign_name\tform_id\tform_name\tis_organic\tplatform\tfull_name\tphone_number\temail\tlead_status',
      'l:1\t2026-05-04T10:00:00+02:00\tag:1\tRoofs\tas:1\tSet\tc:1\tSpring\tf:1\tQuote\tfalse\tfb\tAda Holm\tp:+491701234501\tada@mill.example\tcomplete',
      'l:2\t2026-05-05T10:00:00+02:00\tag:1\tRoofs\tas:1\tSet\tc:1\tSpring\tf:1\tQuote\tfalse\tig\tBo Lind\tp:+491701234502\tbo@quay.example\tcomplete',
    ],
    people: ['Ada Holm <ada@mill.example> +491701234501 lead', 'Bo Lind <bo@quay.example> +491701234502 lead'],
  },
  {
    name: 'LinkedIn connections',
    lines: [
      'Notes:',
      '"When exporting your connection data, you may notice that some of the email addresses are missing."',
      '',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Ada,Holm,https://www.linkedin.com/in/ada-holm,,Mill GmbH,Owner,04 Mar 2024',
      'Ada,Holm,https://www.linkedin.com/in/ada-holm-2,,Quay AG,Buyer,05 Mar 2024',
    ],
    people: ['Ada Holm @Mill GmbH lead', 'Ada Holm @Quay AG lead'],
  },
  {
    name: 'Typeform with a question for consent as 1 and 0',
    lines: [
      '#,What is your name?,Your e-mail address,Which service do you need?,May we contact you for marketing?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags',
      'aaa1,Ada Holm,ada@mill.example,Roof,1,completed,2026-05-04 09:59:00,,2026-05-04 10:00:00,n1,',
      'aaa2,Bo Lind,bo@quay.example,Gate,0,completed,2026-05-05 09:59:00,,2026-05-05 10:00:00,n2,',
    ],
    people: ['Ada Holm <ada@mill.example> lead consent-yes', 'Bo Lind <bo@quay.example> lead consent-no'],
  },
  {
    name: 'Xero contacts',
    lines: [
      '*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAddressLine1,POCity,PORegion,POPostalCode,POCountry,PhoneNumber,FaxNumber,MobileNumber,BankAccountName,BankAccountNumber,TaxNumber,AccountsReceivableTaxCodeName,Discount,DueDateBillDay',
      'Mill & Sons,C001,ada@mill.example,Ada,Holm,1 Lane,Leeds,,LS1 4AB,UK,0113 496 0001,,,Mill,12345678,GB123,,10,30',
      'Quay,C002,bo@quay.example,Bo,Lind,2 Lane,York,,YO1 7HH,UK,,,07700 900555,,,,,,',
    ],
    locale: 'en-GB',
    people: [
      'Ada Holm @Mill & Sons <ada@mill.example> 0113 496 0001 lead',
      'Bo Lind @Quay <bo@quay.example> 07700 900555 lead',
    ],
  },
  {
    name: 'QuickBooks customers with an open balance',
    lines: [
      'Name,Company name,Street Address,City,State,Country,Zip,Phone,Email,Customer type,Attachments,Open balance',
      'Ada Holm,Mill Ltd,1 Lane,Leeds,,UK,LS1 4AB,0113 496 0001,ada@mill.example,,0,450.00',
      'Bo Lind,Quay Ltd,2 Lane,York,,UK,YO1 7HH,,bo@quay.example,,0,0.00',
    ],
    locale: 'en-GB',
    people: ['Ada Holm @Mill Ltd <ada@mill.example> 0113 496 0001 lead', 'Bo Lind @Quay Ltd <bo@quay.example> lead'],
  },
  {
    name: 'QuickBooks invoices, overdue and void',
    lines: [
      'Date,Transaction Type,Num,Name,Memo/Description,Due Date,Amount,Open Balance,Status',
      '01/03/2026,Invoice,1001,Mill Ltd,Roof,31/03/2026,1200.00,0.00,Paid',
      '02/03/2026,Invoice,1002,Quay Ltd,Gate,31/03/2026,300.00,300.00,Overdue',
      '15/03/2026,Invoice,1003,Fern Ltd,Wall,31/03/2026,0.00,0.00,Voided',
    ],
    locale: 'en-GB',
    people: [
      '· @Mill Ltd customer [1001 won 1200]|[Mill Ltd won 1200]',
      '· @Quay Ltd customer|opportunity|lead [1002 won 300]|[Quay Ltd open 300]|[Quay Ltd won 300]',
      '· @Fern Ltd lost|lead|opportunity [1003 lost]|[1003 lost 0]|',
    ],
  },
  {
    name: 'Pipedrive deals, one deleted',
    lines: [
      'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Status,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Organization,Deal - Contact person,Deal - Expected close date,Deal - Probability',
      '1,Mill roof,1200,EUR,Proposal made,Won,2026-03-04 10:00:00,,,Mill GmbH,Ada Holm,,',
      '2,Quay gate,800,EUR,Negotiations started,Open,,,,Quay AG,Bo Lind,2026-07-01,60',
      '3,Fern wall,300,EUR,Proposal made,Lost,,2026-04-04 10:00:00,Too expensive,Fern KG,Cy Ott,,',
      '4,Oak floor,500,EUR,Proposal made,Deleted,,,,Oak KG,Di Roe,,',
    ],
    people: [
      'Ada Holm @Mill GmbH customer [Mill roof won 1200]',
      'Bo Lind @Quay AG opportunity [Quay gate open 800 60%]',
      'Cy Ott @Fern KG lost [Fern wall lost 300]',
      'Di Roe @Oak KG lost|disqualified|lead [Oak floor lost 500]|',
    ],
  },
  {
    name: 'Zoho deals',
    lines: [
      'Deal Name,Account Name,Contact Name,Amount,Closing Date,Stage,Probability (%),Deal Owner,Type,Lead Source,Expected Revenue',
      'Mill roof,Mill GmbH,Ada Holm,1200,2026-03-04,Closed Won,100,Sam Roe,New Business,Web,1200',
      'Fern wall,Fern KG,Cy Ott,300,2026-04-04,Closed Lost to Competition,0,Sam Roe,New Business,Web,0',
      'Quay gate,Quay AG,Bo Lind,800,2026-07-04,Id. Decision Makers,60,Sam Roe,New Business,Web,480',
    ],
    people: [
      'Ada Holm @Mill GmbH customer [Mill roof won 1200 100%]',
      'Cy Ott @Fern KG lost [Fern wall lost 300 0%]',
      'Bo Lind @Quay AG opportunity [Quay gate open 800 60%]',
    ],
  },
  {
    name: 'ActiveCampaign contacts by list status',
    lines: [
      'Contact ID,Email,First Name,Last Name,Phone,Organization,Tags,Lists,List Status,Date Created,IP Address',
      '1,ada@mill.example,Ada,Holm,,Mill GmbH,vip,Newsletter,Active,2026-01-05 10:00:00,10.0.0.1',
      '2,bo@quay.example,Bo,Lind,,Quay AG,,Newsletter,Unsubscribed,2026-01-06 10:00:00,10.0.0.2',
      '3,cy@fern.example,Cy,Ott,,Fern KG,,Newsletter,Bounced,2026-01-07 10:00:00,10.0.0.3',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> lead consent-yes',
      'Bo Lind @Quay AG <bo@quay.example> lead consent-no',
      'Cy Ott @Fern KG <cy@fern.example> lead consent-no',
    ],
  },
  {
    name: 'Squarespace orders without an order status',
    lines: [
      'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name',
      '21,ada@mill.example,PAID,2026-03-01 10:00:00 +0100,FULFILLED,EUR,90.00,10.00,0.00,0.00,100.00,0.00,2026-03-01 10:00:00 +0100,1,Roof kit,90.00,Ada Holm',
      '22,bo@quay.example,REFUNDED,2026-03-02 10:00:00 +0100,FULFILLED,EUR,50.00,0.00,0.00,50.00,50.00,0.00,2026-03-02 10:00:00 +0100,1,Gate kit,50.00,Bo Lind',
      '23,cy@fern.example,PENDING,,UNFULFILLED,EUR,40.00,0.00,0.00,0.00,40.00,0.00,2026-03-03 10:00:00 +0100,1,Wall kit,40.00,Cy Ott',
    ],
    people: [
      'Ada Holm <ada@mill.example> customer [21 won 100]',
      'Bo Lind <bo@quay.example> lost [22 lost 50]',
      'Cy Ott <cy@fern.example> opportunity|lead [23 open 40]|',
    ],
  },
];
