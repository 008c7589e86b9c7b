package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.aws.lambda.LocalFunctions.CalledKind;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A release that calls hooks before and after traffic moves, a probe while a step is watched, and asks a person. */
class HookCasesTest {
    private final List<Map<String, Object>> hooks = new ArrayList<>();
    private final List<Map<String, Object>> probes = new ArrayList<>();
    private final ExampleRun asks = new ExampleRun("default", "web").reading(HookCasesTest::asking);
    private final ExampleRun web = new ExampleRun("default", "web").reading(HookCasesTest::calling);

    @Test
    void aHookIsCalledForEachColorThatGetsTrafficAndTheReportSaysThatNobodyStoodForIt() throws Exception {
        Report report =
                run(LocalFunctions.UserAnswers.CONTENT, web.deploy("first", ONE), web.deploy("release", RELEASED));
        assertThat(report.clean()).isTrue();
        assertThat(hooks)
                .isNotEmpty()
                .last()
                .satisfies(payload ->
                        assertThat(payload).containsEntry("color", "green").containsEntry("version", "2.0.0"));
        assertThat(hooks)
                .allSatisfy(payload ->
                        assertThat(payload.get("previewUrl").toString()).matches("http://127\\.0\\.0\\.1:\\d+"));
        assertThat(probes).isNotEmpty();
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line().startsWith("not judged: what the hook says"))
                .anyMatch(remark -> remark.line().startsWith("not judged: what the probe says"));
    }

    @Test
    void aHookThatSaysNoTakesTheReleaseBackBeforeAnyRequestMoves() throws Exception {
        Report report = run(
                (kind, payload) ->
                        kind == CalledKind.HOOK && payload.get("color").equals("green")
                                ? Map.of("passed", false, "reason", "the smoke test saw a 500")
                                : LocalFunctions.UserAnswers.CONTENT.to(kind, payload),
                web.deploy("first", ONE),
                web.goesBack("release", RELEASED, "the hook"));
        assertThat(report.totals().lost()).isZero();
        assertThat(report.phases()).anyMatch(phase -> phase.wentBack().contains("the smoke test saw a 500"));
        assertThat(report.phases())
                .allSatisfy(phase -> assertThat(phase.fleets())
                        .allSatisfy(fleet -> assertThat(fleet.requests().getOrDefault("2.0.0", 0L))
                                .isZero()));
    }

    @Test
    void aHookThatFailsAndAProbeWhoseRequestsFailTakeTheReleaseBack() throws Exception {
        run(
                (kind, payload) -> {
                    if (kind == CalledKind.HOOK && payload.get("color").equals("green")) {
                        throw new IllegalStateException("exit code 1");
                    }
                    return LocalFunctions.UserAnswers.CONTENT.to(kind, payload);
                },
                web.deploy("first", ONE),
                web.goesBack("release", RELEASED, ""));
        run(
                (kind, payload) ->
                        kind == CalledKind.PROBE && payload.get("color").equals("green")
                                ? Map.of("answered", 3, "failed", 1)
                                : LocalFunctions.UserAnswers.CONTENT.to(kind, payload),
                web.deploy("first", ONE),
                web.goesBack("release", RELEASED, ""));
    }

    @Test
    void aReleaseThatIsApprovedCallsTheHookAgainAfterTheSwitchAndLosesNothing() throws Exception {
        Report report = run(
                LocalPerson.Played.PROMOTE,
                LocalFunctions.UserAnswers.CONTENT,
                asks.deploy("first", ONE),
                asks.deploy("release", RELEASED));
        assertThat(report.totals().lost()).isZero();
        assertThat(hooks)
                .filteredOn(payload -> payload.get("color").equals("green"))
                .extracting(payload -> payload.get("point"))
                .startsWith("BEFORE_TRAFFIC")
                .endsWith("AFTER_TRAFFIC");
        assertThat(report.run().remarks())
                .anyMatch(remark -> remark.line()
                        .startsWith("not judged: what a person says: one was played who says 'promote' 30 s after"));
    }

    @Test
    void aReleaseThatNobodyApprovesOrAPersonAbortsGoesBackAndLosesNothing() throws Exception {
        for (LocalPerson.Played person : List.of(LocalPerson.Played.NOTHING, LocalPerson.Played.ABORT)) {
            Report report = run(
                    person,
                    LocalFunctions.UserAnswers.CONTENT,
                    asks.deploy("first", ONE),
                    asks.goesBack(
                            "release",
                            RELEASED,
                            person == LocalPerson.Played.NOTHING
                                    ? "gave up: nobody has said"
                                    : "a person has aborted"));
            assertThat(report.totals().lost()).isZero();
        }
    }

    @Test
    void aHookAfterTheSwitchThatSaysNoTakesTrafficBackWithoutALoss() throws Exception {
        Report report = run(
                (kind, payload) -> "AFTER_TRAFFIC".equals(payload.get("point"))
                        ? Map.of("passed", false, "reason", "checkout is broken")
                        : LocalFunctions.UserAnswers.CONTENT.to(kind, payload),
                asks.deploy("first", ONE),
                asks.goesBack("release", RELEASED, "the hook failed: checkout is broken"));
        assertThat(report.totals().lost()).isZero();
    }

    private Report run(LocalFunctions.UserAnswers answers, Leg... legs) throws Exception {
        return run(LocalPerson.Played.PROMOTE, answers, legs);
    }

    private Report run(LocalPerson.Played person, LocalFunctions.UserAnswers answers, Leg... legs) throws Exception {
        RehearsalSettings settings = ExampleRun.usual()
                .running(new RehearsalSettings.UserPrograms(Optional.empty(), Optional.empty(), false, person));
        ModelledWorld world = new ModelledWorld(settings, (kind, payload) -> {
            (kind == CalledKind.HOOK ? hooks : probes).add(payload);
            return answers.to(kind, payload);
        });
        try (ProgressLine progress = QuietProgress.line()) {
            Report report = Rehearsal.modelled(web.journey(legs), settings, world, progress);
            assertThat(report.run().stop()).isEmpty();
            return report;
        }
    }

    /** The same, with a hook after the switch too, and a person who is asked. */
    private static String asking(String template) {
        return calling(template)
                .replace(
                        "\"Hook\": \"smoke-test\"",
                        "\"Hook\": \"smoke-test\", \"HookAfter\": \"smoke-test\", \"Approval\": \"600\"");
    }

    /** The default app's template with a hook, and a probe for evidence. */
    private static String calling(String template) {
        return template.replace("\"Hook\": \"\"", "\"Hook\": \"smoke-test\"")
                .replace("\"Probe\": \"\"", "\"Probe\": \"pinger\"")
                .replaceAll("\"Evidence\": \"[A-Z_]+\"", "\"Evidence\": \"PROBE\"");
    }
}
