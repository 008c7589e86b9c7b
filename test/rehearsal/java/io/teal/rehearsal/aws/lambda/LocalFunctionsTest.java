package io.teal.rehearsal.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.lambda.LocalFunctions.CalledKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFunctionsTest {
    private final LocalFunctions functions = new LocalFunctions(
            port -> port == 8081 || port == 443 || port == 80 ? Optional.of(port + 40_000) : Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "http://attribute:Lb.DNSName:8081, http://127.0.0.1:48081",
        "https://orders.example.com/health, http://127.0.0.1:40443/health",
        "http://attribute:Lb.DNSName, http://127.0.0.1:40080",
        "http://attribute:Lb.DNSName:9000, http://attribute:Lb.DNSName:9000",
    })
    void aPreviewIsWhereTheListenerOfItsPortIsHere(String written, String here) {
        functions.answer((kind, payload) -> payload);
        assertThat(functions.call("hook", Map.of("previewUrl", written))).containsEntry("previewUrl", here);
    }

    @Test
    void aFunctionIsAHookUnlessItIsToldToBeAProbe() {
        functions.isProbe("pinger");
        functions.answer((kind, payload) -> Map.of("kind", kind));
        assertThat(functions.call("pinger", Map.of())).containsEntry("kind", CalledKind.PROBE);
        assertThat(functions.call("smoke-test", Map.of())).containsEntry("kind", CalledKind.HOOK);
    }

    @Test
    void noticesAreCountedByWhatTheyTell() {
        LocalFunctions functions = new LocalFunctions(port -> Optional.empty());
        assertThat(functions.notices()).isEmpty();
        functions.tell(Map.of("bus", "default", "event", Map.of("state", "STARTED")));
        functions.tell(Map.of("bus", "default", "event", Map.of("state", "STARTED")));
        functions.mail(Map.of("topic", "t", "subject", "s", "message", "m"));
        assertThat(functions.notices()).isEqualTo(Map.of("STARTED", 2, "mail", 1));
    }
}
