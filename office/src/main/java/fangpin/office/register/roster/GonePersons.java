package fangpin.office.register.roster;

/** 名单上没有的人: persons of the register who have the status in the division, and whom the file does not name. */
final class GonePersons {
    /** Takes the parameters batch, kind, place, day. */
    static final String FROM = """
             from register.status_spell spell
             where spell.kind = :kind and spell.known_to = 'infinity'
               and spell.path >= :place and spell.path < :place || '~'
               and spell.valid_from <= :day and (spell.valid_to is null or spell.valid_to > :day)
               and not exists (select from register.import_row named
                   where named.batch_id = :batch and named.person_id = spell.person_id)
            """;

    private GonePersons() {}
}
