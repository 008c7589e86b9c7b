package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move from every state, from either colour: what it makes, or why it is refused. */
class ReleaseMovesTest {

    /**
     * First the colour that is active before the move, then the other; {@code *} marks the active one. {@code -} is
     * empty, {@code ?} unsaid, a digit a version, {@code @10} a share of ten percent. A word is a refusal.
     */
    private static final String TABLE = """
            move      | *1 -   | *1 ?   | *1 2    | *1 2@1  | *1 2@10 | *1 2@99
            start 3   | *1 3   | unsaid | *1 3    | shared  | shared  | shared
            start 2   | *1 2   | unsaid | *1 2    | shared  | shared  | shared
            start 1   | *1 1   | unsaid | *1 1    | shared  | shared  | shared
            rest 0    | empty  | unsaid | *1 2    | *1 2    | *1 2    | *1 2
            rest 1    | empty  | unsaid | *1 2@1  | *1 2@1  | *1 2@1  | *1 2@1
            rest 99   | empty  | unsaid | *1 2@99 | *1 2@99 | *1 2@99 | *1 2@99
            promote   | empty  | unsaid | 1 *2    | 1 *2    | 1 *2    | 1 *2
            roll back | empty  | unsaid | 1 *2    | candidate | candidate | candidate
            retire    | empty  | unsaid | *1 -    | shared  | shared  | shared
            """;

    private static final Map<String, String> REFUSALS = Map.of(
            "empty", "OTHER runs nothing; start a version on it first",
            "unsaid", "the release does not say what OTHER runs; name OTHERVersion: a version, or none",
            "shared", "SHARE percent of production rests on OTHER; rest 0 percent on it, or promote it, first",
            "candidate",
                    "SHARE percent of production rests on OTHER, so it is a candidate, not a standby;"
                            + " rest 0 percent on it, and ACTIVE has everything again");

    private static final Map<String, UnaryOperator<Release>> MOVES = moves();

    private static final List<String> STATES = List.of("*1 -", "*1 ?", "*1 2", "*1 2@1", "*1 2@10", "*1 2@99");

    record Case(Color first, String state, String move, String expected) {
        @Override
        public String toString() {
            return first + " " + state + ", " + move + ": " + expected;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyMoveFromEveryState")
    void aMoveMakesTheNextReleaseOrIsRefused(Case row) {
        Release before = release(row.first(), row.state());
        UnaryOperator<Release> move = MOVES.get(row.move());
        if (!REFUSALS.containsKey(row.expected())) {
            assertThat(move.apply(before)).isEqualTo(release(row.first(), row.expected()));
            return;
        }
        String why = REFUSALS.get(row.expected())
                .replace("OTHER", row.first().other().toString())
                .replace("ACTIVE", row.first().toString())
                .replace("SHARE", Integer.toString(before.candidatePercent()));
        String asked = spoken(row.move());
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> move.apply(before))
                .withMessage("cannot " + asked + ": " + why.split("; ")[0])
                .satisfies(refusal -> assertThat(refusal.hint()).isEqualTo(why.split("; ")[1]))
                .satisfies(refusal -> assertThat(refusal.release()).isSameAs(before))
                .satisfies(refusal -> assertThat(refusal.move()).isEqualTo(asked));
    }

    @Test
    void theTableHasEveryPairAndNoOther() {
        Map<String, Map<String, String>> table = table();
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(MOVES.keySet());
        table.forEach((move, row) -> assertThat(row.keySet()).as(move).containsExactlyElementsOf(STATES));
        assertThat(everyMoveFromEveryState()).hasSize(2 * MOVES.size() * STATES.size());
    }

    @Test
    void theTableHasEveryMoveThatAReleaseOffersAndEveryKindOfSlot() {
        Stream<String> offered = Arrays.stream(Release.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Release.class)
                .map(Method::getName);
        assertThat(offered).containsExactlyInAnyOrder("start", "rest", "promote", "rollBack", "retire");
        assertThat(Slot.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Slot.Empty.class, Slot.Unsaid.class, Slot.Filled.class);
    }

    @Test
    void everyPercentCanFollowEveryOther() {
        Release running = release(Color.BLUE, "*1 2");
        for (int from = 0; from <= 99; from++) {
            for (int to = 0; to <= 99; to++) {
                assertThat(running.rest(from).rest(to).weight(Color.GREEN)).isEqualTo(to);
            }
        }
    }

    static Stream<Case> everyMoveFromEveryState() {
        Map<String, Map<String, String>> table = table();
        return Arrays.stream(Color.values())
                .flatMap(first -> MOVES.keySet().stream()
                        .flatMap(move -> STATES.stream()
                                .map(state -> new Case(
                                        first, state, move, table.get(move).get(state)))));
    }

    private static Map<String, UnaryOperator<Release>> moves() {
        Map<String, UnaryOperator<Release>> moves = new LinkedHashMap<>();
        moves.put("start 3", release -> release.start(version("3")));
        moves.put("start 2", release -> release.start(version("2")));
        moves.put("start 1", release -> release.start(version("1")));
        moves.put("rest 0", release -> release.rest(0));
        moves.put("rest 1", release -> release.rest(1));
        moves.put("rest 99", release -> release.rest(99));
        moves.put("promote", Release::promote);
        moves.put("roll back", Release::rollBack);
        moves.put("retire", Release::retire);
        return moves;
    }

    private static String spoken(String move) {
        return move.startsWith("rest") ? move + " percent" : move.replaceAll("start (.)", "start $1.0.0");
    }

    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 1; column < row.size(); column++) {
                cells.put(rows.get(0).get(column), row.get(column));
            }
            table.put(row.get(0), cells);
        }
        return table;
    }

    private static Release release(Color first, String text) {
        String[] words = text.replace("*", "").split("[ @]");
        int percent = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        Color active = text.startsWith("*") ? first : first.other();
        Slot one = slot(words[0]);
        Slot two = slot(words[1]);
        return first == Color.BLUE ? new Release(active, one, two, percent) : new Release(active, two, one, percent);
    }

    private static Slot slot(String text) {
        return switch (text) {
            case "-" -> Slot.EMPTY;
            case "?" -> Slot.UNSAID;
            default -> Slot.runs(version(text));
        };
    }

    private static Version version(String digit) {
        return Version.of(digit + ".0.0");
    }
}
