package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Word;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/runbook.md} shows each message as it is made; {@code -Dgolden.update=true} rewrites them. */
class RunbookPageTest extends TurnedBackFixture {
    private static final Path PAGE = Path.of("docs", "runbook.md");

    @Test
    void thePageShowsEachMessageAsItIsMade() throws Exception {
        String page = Files.readString(PAGE);
        String now = page;
        for (String name :
                new String[] {"health", "launch", "alarm", "probe", "hook", "aborted", "nobody", "obstacle", "other"}) {
            now = with(now, name, "```text\n" + message(name) + "\n```");
        }
        now = with(now, "codes", codes());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, now);
        }
        assertThat(PAGE).as("rewrite it with -Dgolden.update=true").content().isEqualTo(now);
    }

    private static String with(String page, String name, String text) {
        String begin = "<!-- " + name + " -->\n";
        assertThat(page).contains(begin);
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + text + page.substring(page.indexOf("\n<!-- end -->", from - 1));
    }

    private String message(String name) {
        aws.alarms.clear();
        aws.activities.clear();
        greenIsThere();
        why = "gave up: green has 0 healthy targets in its least healthy target group, needs 2";
        return switch (name) {
            case "health" -> ofHealth();
            case "launch" -> ofLaunch();
            case "alarm" -> ofAlarm();
            case "probe" ->
                heard(Gate.Alarm.ALARM, Map.of("probedSince", NOW.toString(), "failed", "3", "answered", "1"));
            case "hook" ->
                heard(Gate.Alarm.OK, Map.of("hook", Hook.FAILED.name(), "hookSaid", "the schema is of yesterday"));
            case "aborted" ->
                ofAPerson(
                        Optional.of(new Word(Word.Says.ABORT, "the basket is empty")),
                        "a person has aborted it: the basket is empty");
            case "nobody" -> ofAPerson(Optional.empty(), "gave up: nobody has said that green may have 100 percent");
            case "obstacle" -> ofObstacle();
            default -> explained().text();
        };
    }

    private String ofHealth() {
        green(2, "unhealthy", "Target.FailedHealthChecks");
        return explained().text();
    }

    private String ofLaunch() {
        green(0, "", "");
        inService();
        activity(
                Duration.ofMinutes(5),
                "Failed",
                "We currently do not have sufficient t3.small capacity in the Availability Zone you requested");
        return explained().text();
    }

    private String ofAlarm() {
        aws.alarms.put("green-errors", new AlarmReading("ALARM", CROSSED));
        return heard(Gate.Alarm.ALARM, Map.of());
    }

    private String ofObstacle() {
        AwsException denied = new AwsException("AccessDenied", "ModifyListener: AccessDenied: not authorized", null);
        return explained(Gate.Alarm.OK, Map.of(), Optional.of(denied)).text();
    }

    private String ofAPerson(Optional<Word> word, String said) {
        why = said;
        return explained(word).text();
    }

    private String heard(Gate.Alarm alarm, Map<String, Object> heard) {
        return explained(alarm, heard, Optional.empty()).text();
    }

    private static String codes() {
        return Stream.of(Obstacle.values())
                .filter(one -> one.kind() == Obstacle.Kind.LASTING)
                .map(one -> "| `" + one.name() + "` | " + one.remedy() + " |")
                .collect(Collectors.joining("\n", "| kind | what to do |\n| --- | --- |\n", ""));
    }
}
