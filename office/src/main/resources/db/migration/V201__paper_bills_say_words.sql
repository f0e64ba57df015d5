-- A paper bill says what is no amount too: the word of a code, a grade, the number of the household, as the product asks.
alter table settlement.reimbursement add word_names text[] not null default '{}';
alter table settlement.reimbursement add words text[] not null default '{}';
alter table settlement.reimbursement add check (cardinality(word_names) = cardinality(words));
