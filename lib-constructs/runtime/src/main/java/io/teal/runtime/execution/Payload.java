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
    private final ReadOnce<Map<String, Object>, Event> event;
    private final ReadOnce<String, Instant> started;
    private final ReadOnce<Map<String, Object>, OpeningResult> opened;
    private final ReadOnce<Map<String, Object>, Journal> journal;

    /** Of {@code map}: texts, lists and maps. */
    Payload(Map<String, Object> map) {
        this.map = map;
        this.event = new ReadOnce<>(inner(Runs.EVENT), Event::new);
        this.started = new ReadOnce<>(text(Runs.STARTED), Instant::parse);
        this.opened = new ReadOnce<>(inner(Records.OPENED), OpeningResult::read);
        this.journal = new ReadOnce<>(inner(JOURNAL), JournalText::read);
    }

    /** Of {@code map}, with what need not be read again. */
    private Payload(
            Map<String, Object> map,
            ReadOnce<Map<String, Object>, Event> event,
            ReadOnce<String, Instant> started,
            ReadOnce<Map<String, Object>, OpeningResult> opened,
            ReadOnce<Map<String, Object>, Journal> journal) {
        this.map = map;
        this.event = event;
        this.started = started;
        this.opened = opened;
        this.journal = journal;
    }

    /** Of {@code changed}, of which most is as here. */
    private Payload changed(Map<String, Object> changed) {
        return new Payload(
                changed,
                event.of(inner(changed, Runs.EVENT)),
                started.of(text(changed, Runs.STARTED)),
                opened.of(inner(changed, Records.OPENED)),
                journal.of(inner(changed, JOURNAL)));
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
        return started.get().orElseThrow();
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
        Map<String, Object> written = new TreeMap<>(JournalText.write(journal));
        Payload changed = with(JOURNAL, written);
        return new Payload(
                changed.map, changed.event, changed.started, changed.opened, changed.journal.of(written, journal));
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
        return text(map, name);
    }

    private static Optional<String> text(Map<String, Object> map, String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> inner(Map<String, Object> map, String name) {
        return Optional.ofNullable((Map<String, Object>) map.get(name));
    }

    Optional<Map<String, Object>> inner(String name) {
        return inner(map, name);
    }

    Payload with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(map);
        changed.put(name, value);
        return changed(changed);
    }

    Payload without(String name) {
        if (!map.containsKey(name)) {
            return this;
        }
        Map<String, Object> changed = new TreeMap<>(map);
        changed.remove(name);
        return changed(changed);
    }
}
