package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.run.RehearsalSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario on the default app, and every negative control, on the virtual clock. */
class ScenariosTest {
    private static final int RATE = 50;

    /** Both nodes hear of green's weights after they are taken back. */
    private static final int LUCKY = 2;

    static Stream<String> scenarios() {
        return Catalogue.all().stream().map(Scenario::name);
    }

    static Stream<String> controls() {
        return Catalogue.all().stream().filter(Scenario::hasControl).map(Scenario::name);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsExpected(String name) throws Exception {
        ScenarioResult result = rehearsal(1).withTeal(Catalogue.named(name));
        assertThat(result.broken()).as("%s", result.report()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void goesWrongByTheClock(String name) throws Exception {
        ScenarioResult result = rehearsal(1).byTheClock(Catalogue.named(name));
        assertThat(result.valid()).as("%s", result.broken()).isTrue();
        assertThat(result.held()).as("%s", result.report()).isFalse();
    }

    @Test
    void aControlThatWasLuckyIsTriedWithAnotherSeed() throws Exception {
        Scenario scenario = Catalogue.named("taken-back");
        assertThat(rehearsal(LUCKY).byTheClock(scenario).held()).isTrue();
        assertThat(rehearsal(LUCKY).control(scenario))
                .hasValueSatisfying(control -> assertThat(control.held()).isFalse());
        assertThat(rehearsal(LUCKY).control(Catalogue.named("closes-early"))).isEmpty();
    }

    private static Scenarios rehearsal(long seed) {
        return new Scenarios(
                flags -> TemplatesOfTheApp.model(flags, text -> text),
                new RehearsalSettings(RATE, new Timescale(1), seed, Optional.empty(), "/").onVirtualClock(),
                QuietProgress.line());
    }
}
