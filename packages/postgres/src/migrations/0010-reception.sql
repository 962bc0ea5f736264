-- What silence may prove: in which order attempts were begun, whether the
-- receiver lived through the time after them, and when it did not.
--
-- Clocks may be moved, so none of this is told by one. Attempts are numbered as
-- they begin, and the receiver's heartbeat counts the time that it was at work.

create sequence sends_dispatched;

alter table sends add column dispatch_no bigint;
-- The receiver's beat at which the attempt began. Null where nothing may be concluded from silence.
alter table sends add column dispatch_beat bigint;

-- Takes the place of the index by time, so that writing costs what it did.
-- Of an existing installation it is empty: older attempts have no number.
create index sends_confirmed_in_order on sends (workspace_id, channel_id, dispatch_no) where state = 'accepted' and dispatch_no is not null;
drop index sends_confirmed;

-- The heartbeat of the receivers: however many there are, a beat is about five seconds.
create table reception (
  only_row boolean primary key default true constraint reception_single check (only_row),
  beat bigint not null,
  beat_at timestamptz not null
);
insert into reception (beat, beat_at) values (0, now());

-- When something that was reported may have found nobody. The beat is the first after it.
create table reception_gaps (
  id bigint generated always as identity primary key,
  beat bigint not null,
  -- 'silence': no receiver was at work, or none could store. 'clock': somebody moved the clock.
  kind text not null constraint reception_gaps_kind check (kind in ('silence', 'clock')),
  since timestamptz not null,
  until timestamptz not null
);
create index reception_gaps_by_beat on reception_gaps (beat);

-- When a number's webhooks were found not to be subscribed: from the beat at
-- which they were last seen to be, to the one at which they were seen again.
create table subscription_gaps (
  workspace_id uuid not null,
  channel_id uuid not null,
  from_beat bigint not null,
  to_beat bigint,
  primary key (workspace_id, channel_id, from_beat),
  constraint subscription_gaps_channel foreign key (workspace_id, channel_id) references channels on delete cascade
);

alter table channels add column subscription_beat bigint;
