package io.teal.runtime.execution;

import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an execution carries from state to state. Each change gives a new one; the state machine stores it when the
 * function returns it.
 */
final class Payload {
    /** In an execution's output: why it failed, line by line. */
    static final String EXPLAINED = "explained";

    private static final String AT = "at";
    /** In the payload: what the run remembers. */
    static final String JOURNAL = "journal";

    private static final String SUCCEEDED = "succeeded";
    private static final String WHY = "why";

    private final Map<String, Object> map;
    private final ReadOnce<Event> event;
    private final ReadOnce<OpeningResult> opened;
    private final ReadOnce<Journal> journal;

    /** Of {@code map}: texts, lists and maps. */
    Payload(Map<String, Object> map) {
        this.map = map;
        this.event = new ReadOnce<>(inner(Runs.EVENT), Event::new);
        this.opened = new ReadOnce<>(inner(Records.OPENED), OpeningResult::read);
        this.journal = new ReadOnce<>(inner(JOURNAL), JournalText::read);
    }

    /** Of {@code map}, of which most is as in {@code before}, and need not be read again. */
    private Payload(Map<String, Object> map, Payload before) {
        this.map = map;
        this.event = before.event.of(inner(Runs.EVENT));
        this.opened = before.opened.of(inner(Records.OPENED));
        this.journal = before.journal.of(inner(JOURNAL));
    }

    Map<String, Object> map() {
        return map;
    }

    Event event() {
        return event.get().orElseThrow();
    }

    String execution() {
        return text(Runs.EXECUTION).orElseThrow();
    }

    Instant started() {
        return Instant.parse(text(Runs.STARTED).orElseThrow());
    }

    /** The run itself, as Step Functions would list it. */
    Execution own() {
        return new Execution(execution(), event().execution(), "RUNNING", started());
    }

    /** When CloudFormation sent the event. */
    Instant asked() {
        return event().asked(started());
    }

    Optional<OpeningResult> opened() {
        return opened.get();
    }

    /** The same without the plans: another version of Teal may have others. */
    Optional<OpeningResult> found() {
        return inner(Records.OPENED).map(OpeningResult::found);
    }

    Payload opened(OpeningResult opened) {
        return with(Records.OPENED, opened.write());
    }

    /** Index of the current choice. */
    int at() {
        return text(AT).map(Integer::valueOf).orElse(0);
    }

    /** Goes on to the next choice. */
    Payload next() {
        return without(JOURNAL).with(AT, Integer.toString(at() + 1));
    }

    /** As it was before it opened. */
    Payload anew() {
        return without(Records.OPENED).without(AT).without(JOURNAL).without(SameTeal.PLAN);
    }

    Optional<Journal> journal() {
        return journal.get();
    }

    Payload journal(Journal journal) {
        return with(JOURNAL, new TreeMap<>(JournalText.write(journal)));
    }

    boolean ended() {
        return map.containsKey(SUCCEEDED);
    }

    boolean succeeded() {
        return text(SUCCEEDED).map(Boolean::valueOf).orElse(false);
    }

    /** Why it ended. */
    String why() {
        return text(WHY).orElse("");
    }

    /** Ends as a failure. */
    Payload fail(Reason reason) {
        return explain(reason).end(false, reason.text());
    }

    /** Why it failed, kept since it turned back. */
    @SuppressWarnings("unchecked")
    Optional<Reason> explained() {
        return Optional.ofNullable((List<String>) map.get(EXPLAINED)).map(Reason::read);
    }

    Payload explain(Reason reason) {
        return with(EXPLAINED, reason.lines());
    }

    Payload end(boolean succeeded, String why) {
        return with(SUCCEEDED, Boolean.toString(succeeded)).with(WHY, why).go(NextState.ANSWER);
    }

    /** What the state machine does next. */
    Payload go(NextState next) {
        return with(Runs.NEXT, next.toString());
    }

    Payload waiting(long seconds) {
        return go(NextState.WAIT).with(Runs.SECONDS, seconds);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    Optional<Map<String, Object>> inner(String name) {
        return Optional.ofNullable((Map<String, Object>) map.get(name));
    }

    Payload with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(map);
        changed.put(name, value);
        return new Payload(changed, this);
    }

    Payload without(String name) {
        Map<String, Object> changed = new TreeMap<>(map);
        changed.remove(name);
        return new Payload(changed, this);
    }
}
