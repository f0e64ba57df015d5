-- 迁入前登记的内容: a version of a person's record stands at the place where he lived then. Whoever works with him now works with what the
-- record said before, too; whoever handed him over no longer does. A case of another division is not named, but who declared it is.
create function register.versions_of(person bigint) returns table (version integer, name text, id_sealed bytea, sex smallint,
        born_on date, relation text, schooling text, self_care text, student text, phone_sealed bytea, address_sealed bytea,
        bank_card_sealed bytea, handbook_keeper text, true_from date, known_from timestamptz, reason text, entered_by bigint,
        determination_id bigint, declared_by bigint, corrected_on date)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select stood.version, stood.name, stood.id_sealed, stood.sex, stood.born_on, stood.relation, stood.schooling, stood.self_care,
            stood.student, stood.phone_sealed, stood.address_sealed, stood.bank_card_sealed, stood.handbook_keeper, stood.true_from,
            stood.known_from, stood.reason, stood.entered_by,
            case when starts_with(determination.path, nullif(current_setting('fangpin.scope', true), '')) then determination.id end,
            determination.entered_by,
            case when determination.kind = 'identity' then coalesce(filed.happened_on, stood.true_from) end
        from register.person lives join register.person_version stood on stood.person_id = lives.id
        left join register.determination on determination.id = stood.determination_id
        left join register.determination_step filed on filed.determination_id = determination.id and filed.stage = 'filed'
        where lives.id = versions_of.person
          and starts_with(lives.path, nullif(current_setting('fangpin.scope', true), ''));
    end;
comment on function register.versions_of(bigint) is '一人的全部登记版本；corrected_on：更正身份信息归档之日，其他变更为空';
revoke all on function register.versions_of(bigint) from public;
grant execute on function register.versions_of(bigint) to fangpin_office;
