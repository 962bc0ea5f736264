// Written by scripts/database-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Instant = ColumnType<Date, Date | string, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | null>;
type Json = ColumnType<unknown, string, string>;
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
type MaybeBytes = ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;

export type AudienceListMembersTable = {
  workspace_id: string;
  list_id: string;
  contact_id: string;
  variables: MaybeJson;
  row_number: number | null;
  added_at: Instant;
  import_id: string | null;
};

export type AudienceListsTable = {
  workspace_id: string;
  id: string;
  name: string;
  description: Generated<string>;
  columns: Generated<string[]>;
  created_at: Instant;
  updated_at: Instant;
};

export type AuditEntriesTable = {
  workspace_id: string;
  id: string;
  at: Instant;
  actor: string;
  actor_id: string | null;
  action: string;
  subject_id: string | null;
  conversation_id: string | null;
  before: MaybeJson;
  after: MaybeJson;
};

export type AuthAccountsTable = {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: MaybeInstant;
  refresh_token_expires_at: MaybeInstant;
  scope: string | null;
  password: string | null;
  created_at: Generated<Instant>;
  updated_at: Generated<Instant>;
};

export type AuthSessionsTable = {
  id: string;
  user_id: string;
  token: string;
  expires_at: Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Instant>;
  updated_at: Generated<Instant>;
  last_seen_at: Generated<Instant>;
};

export type AuthTwoFactorsTable = {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: MaybeInstant;
};

export type AuthUsersTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  created_at: Generated<Instant>;
  updated_at: Generated<Instant>;
  two_factor_enabled: Generated<boolean>;
};

export type AuthVerificationsTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Generated<Instant>;
  updated_at: Generated<Instant>;
};

export type BookingsTable = {
  workspace_id: string;
  message_id: string;
  channel_id: string;
  waba_id: string;
  conversation_id: string;
  contact_id: string;
  member_id: string | null;
  template_name: string | null;
  template_language: string | null;
  accepted_at: Instant;
  delivered_at: Instant;
  category: string;
  country: string;
  last_inbound_at: MaybeInstant;
  entry_at: MaybeInstant;
  day: string;
  tariff: string;
  card_from: string;
  currency: string;
  market: string;
  model: string;
  type: string;
  charged_as: string;
  billable: boolean;
  reason: string;
  rate: string | null;
  amount_micros: number;
  standing: string;
  tier: string | null;
  counter: string | null;
  opens: boolean;
  conversation: MaybeJson;
  expires_at: MaybeInstant;
  told: MaybeJson;
  agrees: boolean | null;
  campaign_id: string | null;
};

export type BudgetAlarmsTable = {
  workspace_id: string;
  budget_id: string;
  since: string;
  kind: string;
  at: Instant;
};

export type BudgetsTable = {
  workspace_id: string;
  id: string;
  channel_id: string | null;
  purpose: string | null;
  period: string;
  currency: string;
  limit_micros: number;
  alarm_percent: number;
  stops: boolean;
  created_at: Instant;
  updated_at: Instant;
};

export type BulkChangeRowsTable = {
  workspace_id: string;
  bulk_change_id: string;
  conversation_id: string;
  done: Generated<boolean>;
  before: MaybeJson;
  after: MaybeJson;
};

export type BulkChangesTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  change: Json;
  undoes: string | null;
  state: string;
  total_count: number;
  done_count: Generated<number>;
  changed_count: Generated<number>;
  created_at: Instant;
  finished_at: MaybeInstant;
};

export type CampaignAnswersTable = {
  workspace_id: string;
  conversation_id: string;
  campaign_id: string;
};

export type CampaignCostsTable = {
  workspace_id: string;
  campaign_id: string;
  currency: string;
  free_count: number;
  amount_micros: number;
  message_count: number;
};

export type CampaignCountsTable = {
  workspace_id: string;
  campaign_id: string;
  step: number;
  variant: number;
  what: string;
  count: number;
};

export type CampaignMinutesTable = {
  workspace_id: string;
  campaign_id: string;
  minute: Instant;
  what: string;
  count: number;
};

export type CampaignMovesTable = {
  workspace_id: string;
  campaign_id: string;
  id: string;
  at: Instant;
  move: string;
  before: string;
  after: string;
  member_id: string | null;
  why: MaybeJson;
};

export type CampaignRecipientsTable = {
  workspace_id: string;
  campaign_id: string;
  id: string;
  contact_id: string;
  step: number;
  part: number;
  n: number;
  variant: number | null;
  state: string;
  due_at: MaybeInstant;
  problem: string | null;
  attempts: Generated<number>;
  variables: MaybeJson;
  queued_at: MaybeInstant;
  state_at: Instant;
  tapped_at: MaybeInstant;
  answered_at: MaybeInstant;
  opted_out_at: MaybeInstant;
};

export type CampaignSettingsTable = {
  workspace_id: string;
  approval_above: number | null;
};

export type CampaignTalliesTable = {
  workspace_id: string;
  id: GeneratedAlways<number>;
  campaign_id: string;
  step: number;
  variant: number;
  what: string;
  delta: number;
};

export type CampaignsTable = {
  workspace_id: string;
  id: string;
  channel_id: string;
  name: string;
  state: string;
  hold: string | null;
  why: MaybeJson;
  audience: Json;
  plan: Json;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  launched_by: string | null;
  launched_at: MaybeInstant;
  approved_by: string | null;
  starts_at: MaybeInstant;
  frozen_at: MaybeInstant;
  audience_count: number | null;
  ended_at: MaybeInstant;
  wave_size: number | null;
  wave_sent_at: MaybeInstant;
  wave_judged_at: MaybeInstant;
  wave_result: MaybeJson;
  winner: number | null;
  per_minute: number | null;
  doubted_left: Generated<number>;
  repeats_id: string | null;
  client_id: string | null;
  paced_until: MaybeInstant;
  doubted_at: MaybeInstant;
};

export type ChannelBrakesTable = {
  workspace_id: string;
  channel_id: string;
  brake: string;
  since: Instant;
  calm_since: MaybeInstant;
  findings: Generated<Json>;
  judged_at: Instant;
  overrule: MaybeJson;
  held: string;
};

export type ChannelDirectoryTable = {
  phone_number_id: string;
  waba_id: string;
  workspace_id: string;
  channel_id: string;
};

export type ChannelLeasesTable = {
  workspace_id: string;
  channel_id: string;
  owner: string;
  epoch: number;
  expires_at: Instant;
};

export type ChannelsTable = {
  workspace_id: string;
  id: string;
  kind: string;
  name: string;
  status: string;
  status_reason: MaybeJson;
  base_url: string;
  api_version: string;
  app_id: string | null;
  waba_id: string;
  phone_number_id: string;
  display_phone: string;
  verified_name: string;
  secrets: Bytes;
  facts: Generated<Json>;
  throughput_per_second: Generated<number>;
  subscription_checked_at: MaybeInstant;
  last_heard_at: MaybeInstant;
  created_at: Instant;
  subscription_beat: number | null;
};

export type ChatImportsTable = {
  workspace_id: string;
  id: string;
  file_name: string;
  state: string;
  report: Generated<Json>;
  choices: Generated<Json>;
  conversation_id: string | null;
  lines_total: Generated<number>;
  lines_done: Generated<number>;
  messages_added: Generated<number>;
  messages_known: Generated<number>;
  failure: string | null;
  created_by: string;
  created_at: Instant;
  finished_at: MaybeInstant;
};

export type ClosingsTable = {
  workspace_id: string;
  conversation_id: string;
  began_at: Instant;
  closed_at: Instant;
  channel_id: string;
  office_ms: number | null;
};

export type ConsentRecordsTable = {
  workspace_id: string;
  id: string;
  contact_id: string;
  purpose: string;
  channel_id: string | null;
  decision: string;
  way: string;
  at: Instant;
  recorded_at: Instant;
  expires_at: MaybeInstant;
  wording: string | null;
  wording_id: string | null;
  evidence: Generated<Json>;
  member_id: string | null;
  source: string;
};

export type ConsentRequestsTable = {
  workspace_id: string;
  id: string;
  contact_id: string;
  conversation_id: string;
  channel_id: string;
  purpose: string;
  for_channel_id: string | null;
  wording_id: string;
  token: string;
  message_id: string;
  asked_by: string | null;
  asked_at: Instant;
  answered_at: MaybeInstant;
  answer: string | null;
};

export type ConsentSettingsTable = {
  workspace_id: string;
  settings: Json;
  updated_at: Instant;
};

export type ConsentWordingsTable = {
  workspace_id: string;
  id: string;
  name: string;
  language: string;
  version: number;
  text: string;
  created_by: string | null;
  created_at: Instant;
  retired_at: MaybeInstant;
};

export type ContactBlocksTable = {
  workspace_id: string;
  channel_id: string;
  contact_id: string;
  member_id: string | null;
  at: Instant;
};

export type ContactChangeRowsTable = {
  workspace_id: string;
  contact_change_id: string;
  contact_id: string;
  done: Generated<boolean>;
  before: MaybeJson;
  after: MaybeJson;
};

export type ContactChangesTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  change: Json;
  undoes: string | null;
  state: string;
  total_count: number;
  done_count: Generated<number>;
  changed_count: Generated<number>;
  failed_count: Generated<number>;
  created_at: Instant;
  finished_at: MaybeInstant;
};

export type ContactFieldsTable = {
  workspace_id: string;
  id: string;
  name: string;
  kind: string;
  choices: Generated<string[]>;
  position: number;
  created_at: Instant;
};

export type ContactIdentitiesTable = {
  workspace_id: string;
  id: string;
  contact_id: string;
  kind: string;
  value: string;
  created_at: Instant;
  seen_at: Generated<Instant>;
  named_at: MaybeInstant;
};

export type ContactImportProblemsTable = {
  workspace_id: string;
  import_id: string;
  row_number: number;
  reason: string;
  column_name: string | null;
};

export type ContactImportsTable = {
  workspace_id: string;
  id: string;
  file_name: string;
  state: string;
  source: MaybeJson;
  columns: string[];
  choices: MaybeJson;
  rows_total: number;
  rows_done: Generated<number>;
  added: Generated<number>;
  updated: Generated<number>;
  skipped: Generated<number>;
  failed: Generated<number>;
  failure: string | null;
  created_by: string;
  created_at: Instant;
  started_at: MaybeInstant;
  finished_at: MaybeInstant;
  consents_recorded: Generated<number>;
  consents_outweighed: Generated<number>;
  consents_remembered: Generated<number>;
  list_id: string | null;
  reasons: Generated<Json>;
  consents_lacking: Generated<Json>;
};

export type ContactMergesTable = {
  workspace_id: string;
  id: string;
  winner_id: string;
  loser_id: string;
  merged_by: string | null;
  merged_at: Instant;
  undone_at: MaybeInstant;
  record: Json;
};

export type ContactsTable = {
  workspace_id: string;
  id: string;
  name: string | null;
  profile_name: string | null;
  fields: Generated<Json>;
  created_at: Instant;
  updated_at: Instant;
  responsible_id: string | null;
  sort_name: GeneratedAlways<string>;
  language: string | null;
  die: GeneratedAlways<number>;
};

export type ConversationLabelsTable = {
  workspace_id: string;
  conversation_id: string;
  label_id: string;
};

export type ConversationsTable = {
  workspace_id: string;
  id: string;
  channel_id: string;
  contact_id: string;
  status: string;
  last_inbound_at: MaybeInstant;
  last_message_id: string | null;
  last_message_at: Instant;
  unread_count: Generated<number>;
  created_at: Instant;
  assignee_id: string | null;
  team_id: string | null;
  priority: Generated<string>;
  snoozed_until: MaybeInstant;
  waiting_since: MaybeInstant;
  assigned_at: MaybeInstant;
  status_at: MaybeInstant;
  answered_at: MaybeInstant;
  answered_by_id: string | null;
  passed_by_id: string | null;
  sla_case_at: MaybeInstant;
  sla_pauses: MaybeJson;
  sla_target: string | null;
  sla_due_at: MaybeInstant;
  sla_warn_at: MaybeInstant;
  sla_broken_at: MaybeInstant;
  sla_kept_at: MaybeInstant;
  rating_score: number | null;
  rating_of: number | null;
  rated_at: MaybeInstant;
};

export type DistributionPoliciesTable = {
  workspace_id: string;
  id: string;
  team_id: string | null;
  channel_id: string | null;
  policy: Json;
};

export type DistributionTurnsTable = {
  workspace_id: string;
  member_id: string;
  turn: number;
};

export type DraftsTable = {
  workspace_id: string;
  member_id: string;
  conversation_id: string;
  text: string;
  updated_at: Instant;
};

export type EntryPointsTable = {
  workspace_id: string;
  conversation_id: string;
  at: Instant;
  source: string;
};

export type ErasuresTable = {
  workspace_id: string;
  id: string;
  state: string;
  requested_by: string;
  requested_at: Instant;
  finished_at: MaybeInstant;
  counts: Generated<Json>;
  salt: string;
  hashes: string[];
  needles: string[];
  up_to_position: number;
};

export type EventsTable = {
  workspace_id: string;
  seq: number;
  kind: string;
  conversation_id: string | null;
  message_id: string | null;
  contact_id: string | null;
  channel_id: string | null;
  other_id: string | null;
  at: Instant;
};

export type ExpectedCostsTable = {
  workspace_id: string;
  message_id: string;
  channel_id: string;
  purpose: string;
  currency: string;
  amount_micros: number;
  at: Instant;
};

export type FigureDaysTable = {
  workspace_id: string;
  part: string;
  day: string;
  part_id: string;
  incoming: number;
  outgoing: number;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
};

export type FigureDeltasTable = {
  workspace_id: string;
  id: GeneratedAlways<number>;
  day: string;
  hour: number;
  whole: boolean;
  channel_id: string | null;
  member_id: string | null;
  team_id: string | null;
  label_ids: string[];
  incoming: number;
  outgoing: number;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  reads: number;
};

export type FigureHoursTable = {
  workspace_id: string;
  part: string;
  part_id: string;
  day: string;
  hour: number;
  incoming: number;
  outgoing: number;
  reads: number;
};

export type FigureWaitDaysTable = {
  workspace_id: string;
  day: string;
  part: string;
  told: string;
};

export type FigureWaitMarksTable = {
  workspace_id: string;
  id: GeneratedAlways<number>;
  day: string;
};

export type FigureZonesTable = {
  workspace_id: string;
  time_zone: string;
  recount_from: string | null;
};

export type FilesTable = {
  workspace_id: string;
  id: string;
  sha256: string | null;
  size_bytes: number | null;
  media_type: string | null;
  claimed_type: string | null;
  name: string | null;
  state: string;
  failure: string | null;
  channel_id: string | null;
  remote_id: string | null;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  created_at: Instant;
};

export type HealthCountsTable = {
  workspace_id: string;
  channel_id: string;
  hour: Instant;
  what: string;
  count: number;
};

export type HealthHistoryTable = {
  workspace_id: string;
  channel_id: string;
  id: string;
  at: Instant;
  kind: string;
  before: MaybeJson;
  after: MaybeJson;
  member_id: string | null;
};

export type HealthSeenTable = {
  workspace_id: string;
  channel_id: string;
  what: string;
  conversation_id: string;
  at: Instant;
};

export type HealthTemplatesTable = {
  workspace_id: string;
  channel_id: string;
  template_id: string;
  status: string;
  category: string;
  quality: string;
  changed_at: MaybeInstant;
  changed_what: string | null;
  changed_before: string | null;
};

export type IdempotentCallsTable = {
  workspace_id: string;
  member_id: string;
  key: string;
  request: string;
  status: number | null;
  answer: MaybeJson;
  created_at: Instant;
};

export type InstallationTable = {
  only_row: Generated<boolean>;
  version: string;
  system_identifier: string;
  timeline: number;
  demo_filled_at: MaybeInstant;
  life: Generated<number>;
  mark: Generated<number>;
  marked_at: Generated<Instant>;
  demo_world: string | null;
};

export type InvitationsTable = {
  workspace_id: string;
  id: string;
  email: string;
  role: string;
  role_id: string | null;
  token_hash: Bytes;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: MaybeInstant;
  revoked_at: MaybeInstant;
};

export type JobNodesTable = {
  id: string;
  worker_ids: string[];
  beat_at: Instant;
};

export type KeptWithdrawalsTable = {
  workspace_id: string;
  hash: string;
  purpose: string;
  channel_id: string | null;
  way: string;
  at: Instant;
  kept_at: Instant;
};

export type LabelsTable = {
  workspace_id: string;
  id: string;
  name: string;
  color: string;
  shape: string;
  created_at: Instant;
};

export type MacrosTable = {
  workspace_id: string;
  id: string;
  name: string;
  owner_id: string | null;
  team_id: string | null;
  steps: Json;
  created_at: Instant;
  updated_at: Instant;
};

export type MemberDesksTable = {
  workspace_id: string;
  member_id: string;
  availability: Generated<string>;
  seen_at: MaybeInstant;
  capacity: Generated<number>;
  skills: Generated<string[]>;
  languages: Generated<string[]>;
  label_ids: Generated<string[]>;
};

export type MembersTable = {
  workspace_id: string;
  id: string;
  user_id: string;
  name: string;
  role: string;
  preferences: Generated<Json>;
  created_at: Instant;
  role_id: string | null;
  deactivated_at: MaybeInstant;
};

export type MentionsTable = {
  workspace_id: string;
  member_id: string;
  message_id: string;
  conversation_id: string;
  at: Instant;
  read_at: MaybeInstant;
};

export type MergedMessagesTable = {
  workspace_id: string;
  merge_id: string;
  message_id: string;
  conversation_id: string;
  import_key: string | null;
};

export type MessagePinsTable = {
  workspace_id: string;
  message_id: string;
  conversation_id: string;
  member_id: string | null;
  at: Instant;
};

export type MessageTextsTable = {
  workspace_id: string;
  message_id: string;
  conversation_id: string;
  at: Instant;
  body: string;
  words: GeneratedAlways<string | null>;
};

export type MessagesTable = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  channel_id: string;
  direction: string;
  author_member_id: string | null;
  source: Generated<string>;
  content: Json;
  status: string;
  failure: MaybeJson;
  wamid: string | null;
  reply_to_wamid: string | null;
  reply_to_id: string | null;
  client_id: string | null;
  import_key: string | null;
  edited_at: MaybeInstant;
  deleted_at: MaybeInstant;
  at: Instant;
  status_at: Instant;
  created_at: Instant;
  sender: string[] | null;
  author_rule_id: string | null;
  author_rule_name: string | null;
  author_system: string | null;
  campaign_id: string | null;
};

export type OfficeHoursTable = {
  workspace_id: string;
  id: string;
  team_id: string | null;
  channel_id: string | null;
  member_id: string | null;
  time_zone: string;
  week: Json;
  holidays: Generated<Json>;
};

export type OrphansTable = {
  workspace_id: string;
  channel_id: string;
  wamid: string;
  what: string;
  at: Instant;
  detail: Json;
  created_at: Generated<Instant>;
};

export type OwnTariffsTable = {
  workspace_id: string;
  id: string;
  tariff: Json;
  created_at: Instant;
  updated_at: Instant;
};

export type ParkedWebhooksTable = {
  id: string;
  workspace_id: string | null;
  channel_id: string | null;
  position: number;
  received_at: Instant;
  reason: string;
  detail: string;
  member: Json;
  member_md5: GeneratedAlways<string>;
  attempts: Generated<number>;
  parked_at: Instant;
  resolved_at: MaybeInstant;
};

export type PriceAccountsTable = {
  workspace_id: string;
  waba_id: string;
  account: Json;
  asked_at: Instant;
};

export type PriceCountersTable = {
  workspace_id: string;
  counter: string;
  count: number;
};

export type PriceSettingsTable = {
  workspace_id: string;
  tariff: Generated<string>;
  tariff_from: string | null;
  tariff_before: string | null;
  markup_basis_points: Generated<number>;
  markup_fixed_micros: Generated<number>;
  rebook_from: MaybeInstant;
  updated_at: Instant;
};

export type PushCursorsTable = {
  workspace_id: string;
  seq: number;
};

export type PushKeysTable = {
  only_row: Generated<boolean>;
  public_key: string;
  private_key: Bytes;
};

export type PushSubscriptionsTable = {
  workspace_id: string;
  id: string;
  member_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  created_at: Instant;
};

export type QuickRepliesTable = {
  workspace_id: string;
  id: string;
  shortcut: string;
  title: string;
  folder: Generated<string>;
  owner_id: string | null;
  team_id: string | null;
  text: string;
  buttons: Generated<Json>;
  file_id: string | null;
  created_at: Instant;
  updated_at: Instant;
};

export type QuickReplyUsesTable = {
  workspace_id: string;
  quick_reply_id: string;
  member_id: string;
  day: string;
  sent_count: number;
  last_at: Instant;
};

export type ReactionsTable = {
  workspace_id: string;
  message_id: string;
  by: string;
  emoji: string;
  at: Instant;
  heard: Generated<string[]>;
};

export type ReceiptCountsTable = {
  day: string;
  hint: string;
  accepted: Generated<number>;
  applied: Generated<number>;
  parked: Generated<number>;
};

export type ReceptionTable = {
  only_row: Generated<boolean>;
  beat: number;
  beat_at: Instant;
};

export type ReceptionGapsTable = {
  id: GeneratedAlways<number>;
  beat: number;
  kind: string;
  since: Instant;
  until: Instant;
};

export type RetentionRulesTable = {
  workspace_id: string;
  kind: string;
  days: number;
};

export type RolesTable = {
  workspace_id: string;
  id: string;
  name: string;
  permissions: string[];
  created_at: Instant;
};

export type RuleCallsTable = {
  workspace_id: string;
  id: string;
  rule_id: string;
  firing_id: string;
  conversation_id: string;
  message_id: string;
  url: string;
  state: string;
  attempts: Generated<number>;
  status_code: number | null;
  problem: string | null;
  created_at: Instant;
  tried_at: MaybeInstant;
};

export type RuleFiringsTable = {
  workspace_id: string;
  id: string;
  rule_id: string;
  conversation_id: string;
  message_id: string;
  kind: string;
  at: Instant;
  outcome: string;
  because: string | null;
  actions: Json;
};

export type RuleOccurrencesTable = {
  workspace_id: string;
  id: GeneratedAlways<number>;
  kind: string;
  conversation_id: string;
  message_id: string;
  after_minutes: number;
  due_at: Instant;
};

export type RulesTable = {
  workspace_id: string;
  id: string;
  name: string;
  is_on: boolean;
  place: number;
  trigger: Json;
  conditions: Json;
  actions: Json;
  rest_minutes: number;
  most_per_hour: number;
  is_last: boolean;
  secret: MaybeBytes;
  created_at: Instant;
  updated_at: Instant;
  trigger_kind: GeneratedAlways<string>;
  after_minutes: GeneratedAlways<number | null>;
};

export type SatisfactionRequestsTable = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  channel_id: string;
  closed_at: Instant;
  member_id: string | null;
  team_id: string | null;
  due_at: Instant;
  state: string;
  skipped_because: string | null;
  asked_at: MaybeInstant;
  asked_by: string | null;
  language: string | null;
  token: string | null;
  score: number | null;
  score_of: number | null;
  answered_at: MaybeInstant;
  afterwards: string | null;
  thanked_at: MaybeInstant;
  asked_why_at: MaybeInstant;
  comment_id: string | null;
};

export type SatisfactionSettingsTable = {
  workspace_id: string;
  settings: Json;
  updated_at: Instant;
};

export type SavedViewsTable = {
  workspace_id: string;
  id: string;
  name: string;
  owner_id: string | null;
  team_id: string | null;
  filter: Json;
  pinned: Generated<boolean>;
  position: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
};

export type ScheduledMessagesTable = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  author_member_id: string;
  client_id: string;
  draft: Json;
  reply_to_id: string | null;
  send_at: Instant;
  state: string;
  refusal: MaybeJson;
  message_id: string | null;
  created_at: Instant;
  updated_at: Instant;
};

export type SegmentsTable = {
  workspace_id: string;
  id: string;
  name: string;
  description: Generated<string>;
  owner_id: string | null;
  team_id: string | null;
  filter: Json;
  created_at: Instant;
  updated_at: Instant;
};

export type SendsTable = {
  workspace_id: string;
  id: string;
  channel_id: string;
  message_id: string | null;
  kind: string;
  lane: string;
  purpose: string;
  recipient: string;
  payload: Json;
  state: string;
  attempt_id: string | null;
  attempt_count: Generated<number>;
  epoch: number | null;
  not_before: Instant;
  queued_at: Instant;
  dispatched_at: MaybeInstant;
  settled_at: MaybeInstant;
  wamid: string | null;
  error: MaybeJson;
  dispatch_no: number | null;
  dispatch_beat: number | null;
  consent_id: string | null;
};

export type SignInLinksTable = {
  token_hash: Bytes;
  user_id: string;
  expires_at: Instant;
  used_at: MaybeInstant;
};

export type SlaClocksTable = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  channel_id: string;
  target: string;
  policy_id: string;
  began_at: Instant;
  due_at: MaybeInstant;
  warn_at: MaybeInstant;
  ended_at: MaybeInstant;
  outcome: string | null;
  decided_at: MaybeInstant;
  member_id: string | null;
  warned_at: MaybeInstant;
  told_at: MaybeInstant;
};

export type SlaPoliciesTable = {
  workspace_id: string;
  id: string;
  place: number;
  name: string;
  is_on: boolean;
  scope: Json;
  minutes: Json;
  counted_in: string;
  warn_percent: number;
};

export type SlaSeenTable = {
  workspace_id: string;
  member_id: string;
  until: Instant;
};

export type SpendingDaysTable = {
  workspace_id: string;
  day: string;
  channel_id: string;
  category: string;
  country: string;
  currency: string;
  message_count: number;
  charged_count: number;
  amount_micros: number;
  purpose: string;
};

export type SubscriptionGapsTable = {
  workspace_id: string;
  channel_id: string;
  from_beat: number;
  to_beat: number | null;
};

export type TeamMembersTable = {
  workspace_id: string;
  team_id: string;
  member_id: string;
};

export type TeamsTable = {
  workspace_id: string;
  id: string;
  name: string;
  created_at: Instant;
};

export type TemplateDraftsTable = {
  workspace_id: string;
  id: string;
  channel_id: string;
  template_id: string | null;
  text: Json;
  refusal: MaybeJson;
  created_at: Instant;
  updated_at: Instant;
  updated_by_id: string | null;
};

export type TemplateVersionsTable = {
  workspace_id: string;
  channel_id: string;
  template_id: string;
  number: number;
  name: string;
  language: string;
  at: Instant;
  cause: string;
  member_id: string | null;
  changed: string[];
  is_counted_edit: boolean;
  state: Json;
};

export type TemplatesTable = {
  workspace_id: string;
  channel_id: string;
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  rejected_reason: string | null;
  quality: string | null;
  parameter_format: string;
  components: Json;
  synced_at: Instant;
  ttl_seconds: number | null;
  next_category: string | null;
  next_category_at: MaybeInstant;
  previous_category: string | null;
  category_changed_at: MaybeInstant;
  category_seen_at: MaybeInstant;
  hidden_at: MaybeInstant;
  samples: Generated<Json>;
};

export type TierPeopleTable = {
  workspace_id: string;
  waba_id: string;
  recipient: string;
  at: Instant;
};

export type UploadsTable = {
  workspace_id: string;
  channel_id: string;
  file_id: string;
  remote_id: string;
  uploaded_at: Instant;
};

export type WaitsTable = {
  workspace_id: string;
  conversation_id: string;
  asked_at: Instant;
  channel_id: string;
  is_first: boolean;
  answered_at: MaybeInstant;
  member_id: string | null;
  office_ms: number | null;
};

export type WebhookCursorsTable = {
  shard: string;
  position: number;
  updated_at: Instant;
};

export type WebhookLogTable = {
  position: GeneratedAlways<number>;
  received_at: Generated<Instant>;
  hint: string;
  body: Bytes;
};

export type WorkspacesTable = {
  id: string;
  name: string;
  is_demo: Generated<boolean>;
  last_seq: Generated<number>;
  created_at: Instant;
  shows_typing: Generated<boolean>;
};

export type Tables = {
  audience_list_members: AudienceListMembersTable;
  audience_lists: AudienceListsTable;
  audit_entries: AuditEntriesTable;
  auth_accounts: AuthAccountsTable;
  auth_sessions: AuthSessionsTable;
  auth_two_factors: AuthTwoFactorsTable;
  auth_users: AuthUsersTable;
  auth_verifications: AuthVerificationsTable;
  bookings: BookingsTable;
  budget_alarms: BudgetAlarmsTable;
  budgets: BudgetsTable;
  bulk_change_rows: BulkChangeRowsTable;
  bulk_changes: BulkChangesTable;
  campaign_answers: CampaignAnswersTable;
  campaign_costs: CampaignCostsTable;
  campaign_counts: CampaignCountsTable;
  campaign_minutes: CampaignMinutesTable;
  campaign_moves: CampaignMovesTable;
  campaign_recipients: CampaignRecipientsTable;
  campaign_settings: CampaignSettingsTable;
  campaign_tallies: CampaignTalliesTable;
  campaigns: CampaignsTable;
  channel_brakes: ChannelBrakesTable;
  channel_directory: ChannelDirectoryTable;
  channel_leases: ChannelLeasesTable;
  channels: ChannelsTable;
  chat_imports: ChatImportsTable;
  closings: ClosingsTable;
  consent_records: ConsentRecordsTable;
  consent_requests: ConsentRequestsTable;
  consent_settings: ConsentSettingsTable;
  consent_wordings: ConsentWordingsTable;
  contact_blocks: ContactBlocksTable;
  contact_change_rows: ContactChangeRowsTable;
  contact_changes: ContactChangesTable;
  contact_fields: ContactFieldsTable;
  contact_identities: ContactIdentitiesTable;
  contact_import_problems: ContactImportProblemsTable;
  contact_imports: ContactImportsTable;
  contact_merges: ContactMergesTable;
  contacts: ContactsTable;
  conversation_labels: ConversationLabelsTable;
  conversations: ConversationsTable;
  distribution_policies: DistributionPoliciesTable;
  distribution_turns: DistributionTurnsTable;
  drafts: DraftsTable;
  entry_points: EntryPointsTable;
  erasures: ErasuresTable;
  events: EventsTable;
  expected_costs: ExpectedCostsTable;
  figure_days: FigureDaysTable;
  figure_deltas: FigureDeltasTable;
  figure_hours: FigureHoursTable;
  figure_wait_days: FigureWaitDaysTable;
  figure_wait_marks: FigureWaitMarksTable;
  figure_zones: FigureZonesTable;
  files: FilesTable;
  health_counts: HealthCountsTable;
  health_history: HealthHistoryTable;
  health_seen: HealthSeenTable;
  health_templates: HealthTemplatesTable;
  idempotent_calls: IdempotentCallsTable;
  installation: InstallationTable;
  invitations: InvitationsTable;
  job_nodes: JobNodesTable;
  kept_withdrawals: KeptWithdrawalsTable;
  labels: LabelsTable;
  macros: MacrosTable;
  member_desks: MemberDesksTable;
  members: MembersTable;
  mentions: MentionsTable;
  merged_messages: MergedMessagesTable;
  message_pins: MessagePinsTable;
  message_texts: MessageTextsTable;
  messages: MessagesTable;
  office_hours: OfficeHoursTable;
  orphans: OrphansTable;
  own_tariffs: OwnTariffsTable;
  parked_webhooks: ParkedWebhooksTable;
  price_accounts: PriceAccountsTable;
  price_counters: PriceCountersTable;
  price_settings: PriceSettingsTable;
  push_cursors: PushCursorsTable;
  push_keys: PushKeysTable;
  push_subscriptions: PushSubscriptionsTable;
  quick_replies: QuickRepliesTable;
  quick_reply_uses: QuickReplyUsesTable;
  reactions: ReactionsTable;
  receipt_counts: ReceiptCountsTable;
  reception: ReceptionTable;
  reception_gaps: ReceptionGapsTable;
  retention_rules: RetentionRulesTable;
  roles: RolesTable;
  rule_calls: RuleCallsTable;
  rule_firings: RuleFiringsTable;
  rule_occurrences: RuleOccurrencesTable;
  rules: RulesTable;
  satisfaction_requests: SatisfactionRequestsTable;
  satisfaction_settings: SatisfactionSettingsTable;
  saved_views: SavedViewsTable;
  scheduled_messages: ScheduledMessagesTable;
  segments: SegmentsTable;
  sends: SendsTable;
  sign_in_links: SignInLinksTable;
  sla_clocks: SlaClocksTable;
  sla_policies: SlaPoliciesTable;
  sla_seen: SlaSeenTable;
  spending_days: SpendingDaysTable;
  subscription_gaps: SubscriptionGapsTable;
  team_members: TeamMembersTable;
  teams: TeamsTable;
  template_drafts: TemplateDraftsTable;
  template_versions: TemplateVersionsTable;
  templates: TemplatesTable;
  tier_people: TierPeopleTable;
  uploads: UploadsTable;
  waits: WaitsTable;
  webhook_cursors: WebhookCursorsTable;
  webhook_log: WebhookLogTable;
  workspaces: WorkspacesTable;
};
