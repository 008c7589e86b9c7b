package io.teal.rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    @TempDir
    private Path folder;

    private static Exchange exchange(String id, String method, int status) {
        return new Exchange(id, method, 0, 0, 0, status, "h1", "");
    }

    @Test
    void anyAnswerButASuccessIsLost() {
        List<Exchange> client = List.of(
                exchange("r1", "GET", 200),
                exchange("r2", "GET", 204),
                exchange("r3", "GET", 301),
                exchange("r4", "GET", 404),
                exchange("r5", "GET", 503),
                exchange("r6", "GET", 0));
        assertThat(Reconciliation.of(client, new ServerLedgers(Map.of())))
                .isEqualTo(new Reconciliation(6, 4, 0, 0, false));
    }

    @Test
    void aPostThatTwoServersSawIsDoubledAndAGetIsNot() throws IOException {
        Files.writeString(folder.resolve("h1.ledger"), "POST r1\nGET r2\n");
        Files.writeString(folder.resolve("h2.ledger"), "POST r1\nGET r2\n");
        List<Exchange> client = List.of(exchange("r1", "POST", 200), exchange("r2", "GET", 200));
        assertThat(Reconciliation.of(client, ServerLedgers.read(folder)))
                .isEqualTo(new Reconciliation(2, 0, 1, 0, true));
    }

    @Test
    void aPostThatFailedAndYetWasServedTwiceIsLostAndDoubled() {
        List<Exchange> client = List.of(exchange("r1", "POST", 502));
        assertThat(Reconciliation.of(client, new ServerLedgers(Map.of("r1", 2))))
                .isEqualTo(new Reconciliation(1, 1, 1, 0, true));
    }

    @Test
    void anAnswerThatNoServerGaveIsUnseen() {
        List<Exchange> client = List.of(exchange("r1", "GET", 200), exchange("r2", "GET", 200));
        assertThat(Reconciliation.of(client, new ServerLedgers(Map.of("r1", 1))).unseen())
                .isEqualTo(1);
    }
}
