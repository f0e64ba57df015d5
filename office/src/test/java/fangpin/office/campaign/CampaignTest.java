package fangpin.office.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.ChildProcess;
import fangpin.office.Main;
import fangpin.office.database.DataFolder;
import fangpin.office.database.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A small fault campaign, in which every kind of thing breaks once; and the same county on a database that forgets what it was sent and loses
 * what it confirmed, where the check must turn red. The whole campaign is {@code ./fangpin campaign}.
 */
class CampaignTest {
    /** At commit nobody knows any more which message made a bill: the same message makes another. */
    private static final String FORGETS = """
            create function settlement.forget() returns trigger language plpgsql security definer as $$
            begin
                update settlement.bill set message_id = id || ' ' || message_id, bill_number = id || ' ' || bill_number where id = new.id;
                return null;
            end $$;
            create constraint trigger forgets after insert on settlement.bill deferrable initially deferred
                for each row execute function settlement.forget();
            create function web.forget() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger forgets before insert on web.request_key for each row execute function web.forget();
            """;

    /** At commit every seventh bill goes, though it was confirmed. */
    private static final String LOSES = """
            create function settlement.lose() returns trigger language plpgsql security definer as $$
            begin
                if new.id % 7 = 0 then
                    delete from settlement.decision where bill_id = new.id;
                    delete from settlement.bill where id = new.id;
                end if;
                return null;
            end $$;
            create constraint trigger loses after insert on settlement.bill deferrable initially deferred
                for each row execute function settlement.lose();
            """;

    /** A decision that still holds: one that was adjusted or cancelled since says nothing of what is paid. */
    private static final String PAYS_A_FEN_MORE = """
            update settlement.decision set paid_fen = paid_fen + 1 where id = (
                select max(id) from settlement.decision last where kind = 'settled'
                    and not exists (select from settlement.decision later where later.bill_id = last.bill_id and later.number > last.number))
            """;

    @Test
    void nothingIsLostNorDoneTwiceWhileThingsBreakAndTheCheckSeesItWhereItIs() throws Exception {
        Campaign.Size small = new Campaign.Size(120, 20, 6, 3, 7);
        try (Campaign campaign = new Campaign(small)) {
            campaign.drive(small);
            assertEquals(List.of(), campaign.check(), campaign::told);
            assertEquals(120, campaign.counted("settlements acknowledged"));
            assertTrue(campaign.counted("payments acknowledged") >= 20, campaign::told);
            assertEquals(6, campaign.counted("races of two to eight hospitals"));
            assertEquals(1, campaign.counted("kill -9 of the office"), campaign::told);
            assertEquals(1, campaign.counted("kill -9 of the database"), campaign::told);
            assertEquals(1, campaign.counted("connections cut, all at once"), campaign::told);
            verb(campaign, 0, "ledger", "check");
            verb(campaign, 0, "recompute");
            theCheckTurnsRed(campaign);
            verb(campaign, 1, "recompute");
        }
    }

    private static void theCheckTurnsRed(Campaign campaign) throws Exception {
        broken(campaign, FORGETS + LOSES);
        campaign.drive(new Campaign.Size(60, 0, 0, 0, 11));
        List<String> faults = campaign.check();
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("twice: ")), faults::toString);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("lost: ")), faults::toString);
        broken(campaign, PAYS_A_FEN_MORE);
    }

    private static void verb(Campaign campaign, int status, String... words) throws Exception {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(words),
                        java.util.stream.Stream.of("--data", campaign.folder().toString()))
                .toArray(String[]::new);
        try (ChildProcess verb = ChildProcess.start(Main.class, arguments)) {
            assertEquals(status, verb.awaitEnd(), verb::said);
        }
    }

    private static void broken(Campaign campaign, String sabotage) throws Exception {
        try (DataFolder folder = DataFolder.open(campaign.folder());
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, step -> {});
                Connection connection = DriverManager.getConnection(
                        server.url("fangpin"),
                        server.superuser().role(),
                        server.superuser().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sabotage);
        }
    }
}
