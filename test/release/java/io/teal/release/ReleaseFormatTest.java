package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReleaseFormatTest {
    private static final Slot ONE = Slot.runs(Version.of("1.0.0"));
    private static final Slot TWO = Slot.runs(Version.of("2.0.0-rc.1+build_7"));
    private static final List<Slot> SLOTS = List.of(Slot.EMPTY, Slot.UNSAID, ONE, TWO);
    private static final List<Integer> PERCENTS = List.of(0, 1, 10, 99);
    private static final List<Optional<Strategy>> STRATEGIES = List.of(
            Optional.empty(),
            Optional.of(new Strategy.AllAtOnce()),
            Optional.of(new Strategy.Canary(10, Duration.ofMinutes(5))),
            Optional.of(new Strategy.Linear(25, Duration.ofSeconds(90))));

    private static final List<ReleaseRequest> GRID = grid();

    @Test
    void theGridIsWhole() {
        // 2 active colours x 2 versions there x (2 without version on the other, at 0 percent + 2 with, at 4 percents)
        // x 4 strategies x 4, but no contract where a candidate rests.
        assertThat(GRID).hasSize(2 * 2 * 4 * ((2 + 2 * 4) * 4 - 2 * 3)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenAsFlagsReadsBackAsItself() {
        for (ReleaseRequest request : GRID) {
            assertThat(ReleaseFormat.parse(ReleaseFormat.render(request), ReleaseSource.flags("")))
                    .isEqualTo(request);
        }
    }

    @Test
    void whatIsWrittenAsAFileReadsBackAsItself() {
        for (ReleaseRequest request : GRID) {
            assertThat(ReleaseFormat.parseFile(ReleaseFormat.renderFile(request), "a file"))
                    .isEqualTo(request);
        }
    }

    @Test
    void theOtherSpellingsMakeTheSameRequest() {
        for (ReleaseRequest request : GRID) {
            Map<ReleaseFlag, String> both = new EnumMap<>(ReleaseFormat.render(request));
            both.put(ReleaseFlag.ACTIVE_COLOUR, both.get(ReleaseFlag.ACTIVE_COLOR));
            ReleaseFlag own = ReleaseFlag.versionOf(request.release().active());
            both.put(ReleaseFlag.VERSION, both.get(own));
            Map<ReleaseFlag, String> others = new EnumMap<>(both);
            others.keySet().removeAll(List.of(ReleaseFlag.ACTIVE_COLOR, own));
            assertThat(ReleaseFormat.parse(others, ReleaseSource.flags(""))).isEqualTo(request);
            assertThat(ReleaseFormat.parse(both, ReleaseSource.flags(""))).isEqualTo(request);
        }
    }

    @Test
    void linesStandInOneOrderAndMayBeReadInAny() {
        List<String> order =
                Arrays.stream(ReleaseFlag.values()).map(ReleaseFlag::toString).toList();
        for (ReleaseRequest request : GRID) {
            String file = ReleaseFormat.renderFile(request);
            List<String> lines = new ArrayList<>(file.lines().toList());
            assertThat(lines.stream().map(line -> order.indexOf(line.substring(0, line.indexOf('=')))))
                    .isSorted()
                    .doesNotContain(-1);
            Collections.reverse(lines);
            ReleaseRequest reversed = ReleaseFormat.parseFile(String.join("\n", lines), "a file");
            assertThat(ReleaseFormat.renderFile(reversed)).isEqualTo(file);
        }
    }

    @Test
    void aFileIsWhatAReviewerReads() {
        Release release = new Release(Color.GREEN, ONE, TWO, 10);
        Strategy strategy = new Strategy.Canary(10, Duration.ofMinutes(5));
        assertThat(ReleaseFormat.renderFile(new ReleaseRequest(release, Optional.of(strategy), true)))
                .isEqualTo("""
                        activeColor=green
                        blueVersion=1.0.0
                        greenVersion=2.0.0-rc.1+build_7
                        candidatePercent=10
                        strategy=canary:10%,5m
                        allow=roll-back
                        """);
    }

    @Test
    void remarksBlankLinesSpacesAndWindowsLineEndsArePassedOver() {
        String file = "# orders, production\r\n\r\n  activeColor = blue\r\nversion=1.0.0  \r\n#greenVersion=2.0.0";
        assertThat(ReleaseFormat.parseFile(file, "a file"))
                .isEqualTo(ReleaseRequest.of(new Release(Color.BLUE, ONE, Slot.UNSAID, 0)));
    }

    @Test
    void theLifeOfTwoReleasesIsAChainOfMoves() {
        Version one = Version.of("1.0.0");
        Version two = Version.of("2.0.0");
        Release first = Release.first(Color.BLUE, one);
        Release started = first.start(two);
        Release resting = started.rest(10);
        Release promoted = resting.promote();
        Release retired = promoted.retire();

        assertLine("activeColor=blue blueVersion=1.0.0 greenVersion=none", first, false);
        assertLine("activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0", started, false);
        assertLine("activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 candidatePercent=10", resting, false);
        assertLine("activeColor=green blueVersion=1.0.0 greenVersion=2.0.0", promoted, false);
        assertLine("activeColor=green blueVersion=none greenVersion=2.0.0", retired, false);

        assertThat(started.promote()).isEqualTo(promoted);
        assertLine("activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 allow=roll-back", promoted.rollBack(), true);
    }

    @Test
    void theFirstDeployNeedNotNameTheColorThatIsNotThereYet() {
        ReleaseRequest request =
                ReleaseFormat.parse(flags("activeColor=blue blueVersion=1.0.0"), ReleaseSource.flags(""));
        assertThat(request.release()).isEqualTo(new Release(Color.BLUE, ONE, Slot.UNSAID, 0));
        assertThat(ReleaseFormat.render(request)).isEqualTo(flags("activeColor=blue blueVersion=1.0.0"));
    }

    private static void assertLine(String line, Release release, boolean allowRollBack) {
        ReleaseRequest request = new ReleaseRequest(release, Optional.empty(), allowRollBack);
        assertThat(ReleaseFormat.parse(flags(line), ReleaseSource.flags(""))).isEqualTo(request);
        assertThat(ReleaseFormat.render(request)).containsExactlyEntriesOf(flags(line));
    }

    private static Map<ReleaseFlag, String> flags(String line) {
        return Arrays.stream(line.split(" "))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(
                        word -> ReleaseFlag.named(word[0]).orElseThrow(),
                        word -> word[1],
                        (one, two) -> two,
                        () -> new EnumMap<>(ReleaseFlag.class)));
    }

    private static List<ReleaseRequest> grid() {
        List<ReleaseRequest> grid = new ArrayList<>();
        for (Release release : releases()) {
            for (Optional<Strategy> strategy : STRATEGIES) {
                grid.add(new ReleaseRequest(release, strategy, false));
                grid.add(new ReleaseRequest(release, strategy, true));
                if (release.candidatePercent() == 0) {
                    grid.add(new ReleaseRequest(release, strategy, false, SchemaStep.CONTRACTED));
                }
                grid.add(new ReleaseRequest(release, strategy, true, SchemaStep.PUT_BACK));
            }
        }
        return grid;
    }

    private static List<Release> releases() {
        List<Release> releases = new ArrayList<>();
        for (Color active : Color.values()) {
            for (Slot runs : List.of(ONE, TWO)) {
                for (Slot other : SLOTS) {
                    for (int percent : other.version().isPresent() ? PERCENTS : List.of(0)) {
                        releases.add(Release.of(active, runs, other, percent));
                    }
                }
            }
        }
        return releases;
    }
}
