package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Event.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An update of the stack changes the function under a run: a run's journal knows its step by number only. */
class ChangedPlanTest extends RunsFixture {
    private static final String FOREIGN =
            "another version of Teal has begun this run, and this one cannot go on with it";

    private Map<String, Object> shift() {
        record(preflight("r1", ONE, STARTED));
        return begun(payload(Orders.event(ResourceType.SHIFT, "r2", Optional.of(ONE), STARTED), "shift-r2"));
    }

    private Map<String, Object> recovery() {
        record(preflight("r1", ONE, PROMOTED));
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "ABORTED", NOW));
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        return begun(preflight("r3", PROMOTED, ONE));
    }

    /** It has opened, and its plan has begun. */
    private Map<String, Object> begun(Map<String, Object> payload) {
        Map<String, Object> now = new TreeMap<>(runs.tick(runs.tick(payload)));
        assertThat(now).containsKeys(Payload.JOURNAL, SameTeal.PLAN).doesNotContainKey("succeeded");
        return now;
    }

    @Test
    void aRunGoesOnWithThePlanThatItBegan() {
        Map<String, Object> begun = shift();
        assertThat(runs.tick(begun)).doesNotContainKey("succeeded").containsEntry("plan", begun.get("plan"));
    }

    @Test
    void aRunThatFindsAnotherPlanEndsAndWritesNothing() {
        Map<String, Object> begun = shift();
        begun.put(SameTeal.PLAN, "another");
        for (Map<String, Object> ended : List.of(runs.tick(begun), runs.abort(begun))) {
            assertThat(ended).containsEntry("succeeded", "false").containsEntry("next", "answer");
            assertThat(ended.get("why").toString()).startsWith(FOREIGN + ": its plan has changed\n");
        }
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void aRunOfATealThatKeptNoPlanGoesOnUnlessThereIsNoSuchStep() {
        Map<String, Object> begun = shift();
        begun.remove(SameTeal.PLAN);
        assertThat(runs.tick(begun)).doesNotContainKey("succeeded");
        begun.put(Payload.JOURNAL, changed(begun, "step", "99"));
        assertThat(runs.tick(begun).get("why").toString()).startsWith(FOREIGN);
    }

    @Test
    void aJournalOrAPlanOfAnotherFormEndsTheRun() {
        Map<String, Object> begun = shift();
        Map<String, Object> journal = new TreeMap<>(begun);
        journal.put(Payload.JOURNAL, changed(begun, "schema", "2"));
        Map<String, Object> opened = new TreeMap<>(begun);
        opened.put(Records.OPENED, changed(opened, "errands", List.of(Map.of("kind", "UNHEARD_OF"))));
        for (Map<String, Object> foreign : List.of(journal, opened)) {
            assertThat(runs.tick(foreign).get("why").toString()).startsWith(FOREIGN);
            assertThat(runs.answer(runs.tick(foreign))).containsEntry("next", "done");
        }
    }

    @Test
    void whatReturnsTrafficOpensAnew() {
        Map<String, Object> begun = recovery();
        for (String name : List.of("step", "schema", "errands")) {
            Map<String, Object> foreign = new TreeMap<>(begun);
            foreign.put(
                    name.equals("errands") ? Records.OPENED : Payload.JOURNAL,
                    changed(begun, name, name.equals("errands") ? List.of(Map.of("kind", "UNHEARD_OF")) : "99"));
            Map<String, Object> after = runs.tick(foreign);
            assertThat(after).doesNotContainKeys("succeeded", Payload.JOURNAL).containsKey(Records.OPENED);
            assertThat(begun(after)).containsEntry(SameTeal.PLAN, begun.get(SameTeal.PLAN));
        }
    }

    @Test
    void aGuardThatEndsWaitsUntilWhatItSentHasLanded() {
        Map<String, Object> begun = shift();
        begun.put(
                Runs.EVENT,
                Event.guard(new Event(cast(begun.get(Runs.EVENT))), "r2-1", "an alarm")
                        .map());
        begun.put(SameTeal.PLAN, "another");
        Map<String, Object> ended = runs.tick(begun);
        assertThat(ended).containsEntry("next", "wait").containsEntry("seconds", 31L);
        assertThat(runs.tick(ended)).containsEntry("next", "answer");
    }

    /** The function that can read them comes back any moment, and Lambda delivers the event again. */
    @Test
    void inARollbackPropertiesThatCannotBeReadAreNotAnsweredYet() {
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        Map<String, Object> event = Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(ONE), STARTED);
        event.put("ResourceProperties", Map.of("Schema", "9"));
        assertThatThrownBy(() -> runs.onEvent(event)).isInstanceOf(AwsException.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void theGuardLeavesAloneWhatOnlyAnotherTealCanRead() {
        Map<String, Object> ended = shift();
        ended.put(Payload.JOURNAL, changed(ended, "schema", "2"));
        ended.put("succeeded", "true");
        aws.outputs.put("arn:shift-r2", ended);
        aws.executions.add(0, new Execution("arn:shift-r2", "shift-r2", "SUCCEEDED", NOW));
        aws.stack = "UPDATE_COMPLETE";
        runs.guard("arn:machine", "arn:stack/shop");
        assertThat(aws.writes).isEmpty();
        assertThat(log).last().asString().startsWith("the guard does nothing: ");
    }

    private static Map<String, Object> changed(Map<String, Object> payload, String name, Object value) {
        String part =
                payload.containsKey(Payload.JOURNAL) && !name.equals("errands") ? Payload.JOURNAL : Records.OPENED;
        Map<String, Object> changed = new TreeMap<>(cast(payload.get(part)));
        changed.put(name, value);
        return changed;
    }

    /** Step Functions starts an execution with the definition before for some seconds after an update. */
    @Test
    void theMachineOfAnEarlierTealCanDoWhatThisFunctionAsks() throws Exception {
        String machine = earlierMachine();
        Set<String> known = words(machine, "\"StringEquals\": \"(\\w+)\"");
        known.addAll(List.of("answer", "done"));
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NextState.values()).map(Object::toString).toList());
        assertThat(words(machine, "\"Default\": \"(\\w+)\"")).containsExactly("Answer");
        assertThat(words(machine, "\"do\": \"(\\w+)\"")).containsExactly("abort", "answer", "tick");
    }

    private static Set<String> words(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String earlierMachine() throws Exception {
        Path template = Path.of("test", "src", "resources", "earlier", "default.json");
        return cast(JSON.std.mapFrom(Files.readString(template)).get("Resources")).values().stream()
                .map(resource -> cast(cast(resource).get("Properties")))
                .filter(properties -> properties != null && properties.containsKey("DefinitionString"))
                .map(properties -> properties.get("DefinitionString").toString())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
