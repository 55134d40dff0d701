/**
 * The month close as an Amazon States Language document: plain data without CDK, so that the local server runs the very
 * same machine. Every task is one function, told apart by `task`; every step may run twice and changes nothing then.
 *
 * Most cities are closed in one run. A run may take fifteen minutes and a million merchants take longer: such a city's
 * first run answers ranges of its register, each is opened in a run of its own, and when all are open the last run
 * closes the city. A range that fails fails its city.
 *
 * A city that cannot be closed does not hold up the others: its failure is caught and counted, provinces and country
 * merge what is there (and say that they are partial), and only then does the execution fail, which rings the alarm.
 */

/** Cities closed at the same time: bounds the load on the table while people are shopping. */
const CITIES_AT_ONCE = 40;
/** Ranges of one city's register opened at the same time; most cities have one. */
const RANGES_AT_ONCE = 5;
const PROVINCES_AT_ONCE = 10;
/** The function's own limit is 15 minutes; this one only catches a call that never came back. */
const TASK_SECONDS = 960;
const CLOSE_SECONDS = 6 * 60 * 60;

const patient = {
  TimeoutSeconds: TASK_SECONDS,
  Retry: [
    {
      // The function was never started, or not to the end, for reasons of the platform: worth waiting for.
      ErrorEquals: [
        'Lambda.TooManyRequestsException',
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
      ],
      IntervalSeconds: 2,
      // Large cities together may want more runs than are reserved: twenty minutes of waiting for one to end.
      MaxAttempts: 40,
      BackoffRate: 2,
      MaxDelaySeconds: 60,
      JitterStrategy: 'FULL',
    },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 3, JitterStrategy: 'FULL' },
  ],
} as const;

const ofTheMonth = { 'month.$': '$.month', 'phase.$': '$.phase', 'takenAt.$': '$.takenAt' } as const;

/** Where a step of a place goes when it failed for good. */
const caught = (place: string) => ({
  Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: `${place} failed` }],
});

/** One place of a map: does the task, and answers `closed` true or false instead of failing the whole map. */
const place = (name: string, task: string, key: string, closeMonths: string) => ({
  StartAt: name,
  States: {
    [name]: {
      Type: 'Task',
      Resource: closeMonths,
      Parameters: { task, [`${key}.$`]: `$.${key}`, ...ofTheMonth },
      ...patient,
      ResultPath: null,
      ...caught(name),
      Next: `${name} done`,
    },
    [`${name} done`]: {
      Type: 'Pass',
      Parameters: { closed: true, [`${key}.$`]: `$.${key}` },
      End: true,
    },
    [`${name} failed`]: {
      Type: 'Pass',
      Parameters: { closed: false, [`${key}.$`]: `$.${key}`, 'error.$': '$.error.Error' },
      End: true,
    },
  },
});

/** A city: closed at once, or opened range by range and then closed; what fails on the way fails the city. */
const city = (closeMonths: string) => {
  const { StartAt, States } = place('Close city', 'city', 'cityCode', closeMonths);
  const atOnce = { ...States['Close city'], ResultPath: '$.first', Next: 'Ranges to open?' };
  return {
    StartAt,
    States: {
      ...States,
      [StartAt]: atOnce,
      'Ranges to open?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.first.ranges[0]', IsPresent: true, Next: 'Open ranges' }],
        Default: 'Close city done',
      },
      'Open ranges': {
        Type: 'Map',
        ItemsPath: '$.first.ranges',
        ItemSelector: { 'range.$': '$$.Map.Item.Value', 'cityCode.$': '$.cityCode', ...ofTheMonth },
        MaxConcurrency: RANGES_AT_ONCE,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'Open range',
          States: {
            'Open range': {
              Type: 'Task',
              Resource: closeMonths,
              Parameters: { task: 'open', 'cityCode.$': '$.cityCode', 'range.$': '$.range', ...ofTheMonth },
              ...patient,
              End: true,
            },
          },
        },
        ResultPath: null,
        ...caught('Close city'),
        Next: 'Close opened city',
      },
      'Close opened city': {
        Type: 'Task',
        Resource: closeMonths,
        Parameters: { task: 'opened-city', 'cityCode.$': '$.cityCode', ...ofTheMonth },
        ...patient,
        ResultPath: null,
        ...caught('Close city'),
        Next: 'Close city done',
      },
    },
  };
};

/** What a map leaves behind: each place's outcome, and the same as a plain list of true and false. */
const outcomes = (path: string) => ({
  ResultSelector: { 'places.$': '$', 'closed.$': '$[*].closed' },
  ResultPath: path,
});

/** Which cities and provinces there are to close. */
const planned = (closeMonths: string) => ({
  Plan: {
    Type: 'Task',
    Resource: closeMonths,
    Parameters: { task: 'plan', 'input.$': '$' },
    ...patient,
    Next: 'Any city?',
  },
  // A zone may have no city on the market yet.
  'Any city?': {
    Type: 'Choice',
    Choices: [{ Variable: '$.cities[0]', IsPresent: true, Next: 'Close cities' }],
    Default: 'Closed',
  },
});

const everyCity = (closeMonths: string) => ({
  Type: 'Map',
  ItemsPath: '$.cities',
  ItemSelector: { 'cityCode.$': '$$.Map.Item.Value.cityCode', ...ofTheMonth },
  MaxConcurrency: CITIES_AT_ONCE,
  // A child that could not even start is counted as missing below, like one that failed.
  ToleratedFailurePercentage: 100,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...city(closeMonths),
  },
  ...outcomes('$.cityOutcomes'),
  Next: 'Merge provinces',
});

const everyProvince = (closeMonths: string) => ({
  Type: 'Map',
  ItemsPath: '$.provinces',
  ItemSelector: { 'province.$': '$$.Map.Item.Value.province', ...ofTheMonth },
  MaxConcurrency: PROVINCES_AT_ONCE,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'INLINE' },
    ...place('Merge province', 'province', 'province', closeMonths),
  },
  ...outcomes('$.provinceOutcomes'),
  Next: 'Merge country',
});

const country = (closeMonths: string) => ({
  Type: 'Task',
  Resource: closeMonths,
  Parameters: { task: 'country', ...ofTheMonth },
  ...patient,
  ResultPath: null,
  Next: 'Count',
});

/** Ends well only when every planned city was tried and none of them, and no province, failed. */
const verdict = {
  Count: {
    Type: 'Pass',
    Parameters: {
      ...ofTheMonth,
      'cities.$': '$.cityOutcomes.places',
      'provinces.$': '$.provinceOutcomes.places',
      'cityFailed.$': 'States.ArrayContains($.cityOutcomes.closed, false)',
      'provinceFailed.$': 'States.ArrayContains($.provinceOutcomes.closed, false)',
      'citiesPlanned.$': 'States.ArrayLength($.cities)',
      'citiesTried.$': 'States.ArrayLength($.cityOutcomes.closed)',
    },
    Next: 'All there?',
  },
  'All there?': {
    Type: 'Choice',
    Choices: [
      {
        And: [
          { Variable: '$.cityFailed', BooleanEquals: false },
          { Variable: '$.provinceFailed', BooleanEquals: false },
          { Variable: '$.citiesTried', NumericEqualsPath: '$.citiesPlanned' },
        ],
        Next: 'Closed',
      },
    ],
    Default: 'Incomplete',
  },
  Closed: { Type: 'Succeed' },
  Incomplete: {
    Type: 'Fail',
    Error: 'MonthIncomplete',
    Cause:
      'Some cities or provinces could not be closed; the input of the step "All there?" names them. ' +
      'Mend the cause and start the machine again with the same input: what is closed stays as it is.',
  },
} as const;

/** The machine, with the address of the function that does the work: an ARN on AWS, any name on one machine. */
export const monthCloseDefinition = (closeMonths: string) => ({
  Comment: 'Close a month: its cities, then provinces, then the country',
  StartAt: 'Plan',
  TimeoutSeconds: CLOSE_SECONDS,
  States: {
    ...planned(closeMonths),
    'Close cities': everyCity(closeMonths),
    'Merge provinces': everyProvince(closeMonths),
    'Merge country': country(closeMonths),
    ...verdict,
  },
});
