package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.release.Contract;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Templates that get a guard for a scenario are those that the constructs make. */
class GuardedTemplatesTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private static StackModel given(String flags) throws Exception {
        return new GuardedTemplates(GuardedApp::without).of(flags);
    }

    private static StackModel made(String flags) throws Exception {
        return GuardedApp.with(flags, text -> text);
    }

    /** What its rules wake, in all. */
    private static List<Object> wakes(StackModel model) {
        List<GuardEventRule> rules = List.copyOf(model.all(GuardEventRule.class).values());
        Set<String> alarms = new TreeSet<>();
        rules.forEach(rule -> alarms.addAll(rule.alarms()));
        return List.of(
                alarms,
                rules.stream().flatMap(rule -> rule.every().stream()).toList(),
                rules.stream().map(GuardEventRule::service).distinct().toList(),
                rules.stream().flatMap(rule -> rule.silent().stream()).toList(),
                rules.stream().map(GuardEventRule::rights).distinct().toList());
    }

    private static List<String> guards(StackModel model) {
        return List.of(Contract.PREFLIGHT, Contract.SHIFT).stream()
                .flatMap(type -> model.template().ofType(type).stream())
                .map(resource ->
                        resource.body().path("Properties").path("Guard").asText())
                .toList();
    }

    @Test
    void theRulesThatAreAddedWakeWhatTheRulesOfTheConstructsWake() throws Exception {
        assertThat(wakes(given(RELEASED))).isEqualTo(wakes(made(RELEASED)));
        assertThat(guards(given(RELEASED))).isEqualTo(guards(made(RELEASED))).containsOnly("86400");
    }

    @Test
    void withoutAStandbyThereAreNone() throws Exception {
        assertThat(given(ONE).all(GuardEventRule.class)).isEmpty();
        assertThat(made(ONE).all(GuardEventRule.class)).isEmpty();
        assertThat(guards(given(ONE))).isEqualTo(guards(made(ONE))).containsOnly("86400");
    }

    @Test
    void templatesThatHaveAGuardAreAsTheyAre() throws Exception {
        StackModel own = made(RELEASED);
        assertThat(new GuardedTemplates(flags -> own).of(RELEASED)).isSameAs(own);
    }
}
