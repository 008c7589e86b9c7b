package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that makes no release, and the two lines its writer reads: what is wrong, and what to do. */
class BadReleaseTest {
    private static final String FILE = "releases/prod/orders.properties";
    private static final String PERCENT = "candidatePercent must be a whole number from 1 to 99, got ";
    private static final String PERCENT_HINT =
            "write how much rests on green, -c orders.candidatePercent=10, or leave it out if nothing does";
    private static final String STRATEGY =
            "strategy must be all-at-once, canary:10%,5m, linear:25%,5m or rollout:25%,5m (percent 1 to 99, time 1s to 24h), got '";
    private static final String STRATEGY_HINT = "write one of these, or leave it out for the service's own";
    private static final String VERSION =
            ": a version has 1 to 64 characters of A-Z a-z 0-9 . _ + - and begins with a letter or digit, got ";
    private static final String VERSION_HINT = "write the version as it was published, or none for a colour to retire";
    private static final String EITHER = "-c orders.activeColor=blue or -c orders.activeColor=green";
    private static final String CONTRACT_HINT = "write -c orders.contract=true, or leave it out";
    private static final String ALLOW = "allow must be roll-back or past-contract, got '";
    private static final String ALLOW_HINT = "write -c orders.allow=roll-back, or leave it out";

    /** Settings separated by {@code ;}, as flags of the service {@code orders}; a file says the same of itself. */
    record Case(String settings, String message, String hint) {
        @Override
        public String toString() {
            return settings.isEmpty() ? "nothing" : settings;
        }

        String lines() {
            return settings.replace(';', '\n');
        }

        Map<ReleaseFlag, String> flags() {
            return lines().lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> ReleaseFlag.named(pair[0]).orElseThrow(), pair -> pair[1]));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aBadFlagIsRefusedInOneLineAndAHint(Case bad) {
        assertRefused(
                () -> ReleaseFormat.parse(bad.flags(), ReleaseSource.flags("orders.")), bad.message(), bad.hint());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aBadFileIsRefusedInTheSameWordsAndItsName(Case bad) {
        assertRefused(
                () -> ReleaseFormat.parseFile(bad.lines(), FILE),
                bad.message() + " in " + FILE,
                bad.hint().replace("-c orders.", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lines", "slippedAndDoubleLines"})
    void aBadLineIsRefusedWithItsText(Case bad) {
        assertRefused(() -> ReleaseFormat.parseFile(bad.lines(), FILE), bad.message(), bad.hint());
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        Map<ReleaseFlag, String> flags = Map.of(ReleaseFlag.ACTIVE_COLOR, "blue\n\u001b[31m\u200b\u2028");
        assertRefused(
                () -> ReleaseFormat.parse(flags, ReleaseSource.flags("orders.")),
                "activeColor must be blue or green, got 'blue\\u000a\\u001b[31m\\u200b\\u2028'",
                "write " + EITHER);
    }

    static Stream<Case> settings() {
        return Stream.of(
                        colors(),
                        versions(),
                        malformedVersions(),
                        doubleVersions(),
                        percents(),
                        strategies(),
                        allowances(),
                        contracts())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> colors() {
        return Stream.of(
                bad("", "activeColor is missing", "say which colour production settles on: add " + EITHER),
                bad("version=1.0.0", "activeColor is missing", "say which colour production settles on: add " + EITHER),
                bad("activeColor=red", "activeColor must be blue or green, got 'red'", "write " + EITHER),
                bad("activeColor=Green", "activeColor must be blue or green, got 'Green'", "write " + EITHER),
                bad("activeColor=", "activeColor must be blue or green, got ''", "write " + EITHER),
                bad(
                        "activeColour=red",
                        "activeColour must be blue or green, got 'red'",
                        "write " + EITHER.replace("Color", "Colour")),
                bad(
                        "activeColor=blue;activeColour=green;version=1.0.0",
                        "activeColor is 'blue' and activeColour is 'green'",
                        "the two are one flag: leave one of them out"));
    }

    private static Stream<Case> versions() {
        return Stream.of(
                bad(
                        "activeColor=blue",
                        "blueVersion is missing, and blue is the active colour",
                        "name what it runs: add -c orders.blueVersion=<version>"),
                bad(
                        "activeColor=green;blueVersion=1.0.0",
                        "greenVersion is missing, and green is the active colour",
                        "name what it runs: add -c orders.greenVersion=<version>"),
                bad(
                        "activeColor=blue;blueVersion=none;greenVersion=2.0.0",
                        "blueVersion is 'none', but blue is the active colour and must run a version",
                        "name what it runs: -c orders.blueVersion=<version>; to retire it, make green active first"),
                bad(
                        "activeColor=green;version=none",
                        "version is 'none', but green is the active colour and must run a version",
                        "name what it runs: -c orders.greenVersion=<version>; to retire it, make blue active first"));
    }

    private static Stream<Case> malformedVersions() {
        return Stream.of(
                bad("activeColor=blue;version=", "version" + VERSION + "''", VERSION_HINT),
                bad("activeColor=blue;blueVersion=.1", "blueVersion" + VERSION + "'.1'", VERSION_HINT),
                bad("activeColor=blue;version=1;greenVersion=2 0", "greenVersion" + VERSION + "'2 0'", VERSION_HINT),
                bad(
                        "activeColor=blue;version=1;greenVersion=<version>",
                        "greenVersion" + VERSION + "'<version>'",
                        VERSION_HINT),
                bad(
                        "activeColor=blue;version=1;greenVersion=None",
                        "greenVersion: a version cannot be called 'None': none is what retires a colour",
                        VERSION_HINT));
    }

    private static Stream<Case> doubleVersions() {
        return Stream.of(
                bad(
                        "activeColor=blue;version=2.0.0;blueVersion=1.0.0",
                        "blueVersion is '1.0.0' and version is '2.0.0'",
                        "the two are one while blue is active: leave one of them out"),
                bad(
                        "activeColor=green;version=2.0.0;greenVersion=none",
                        "greenVersion is 'none' and version is '2.0.0'",
                        "the two are one while green is active: leave one of them out"));
    }

    private static Stream<Case> percents() {
        String two = "activeColor=blue;version=1.0.0;greenVersion=2.0.0;candidatePercent=";
        String missing = "candidatePercent is '10', but greenVersion is missing";
        String none = "candidatePercent is '10', but greenVersion is 'none'";
        String name = "name what green runs, -c orders.greenVersion=<version>, or leave candidatePercent out";
        return Stream.concat(
                Stream.of("0", "abc", "1.5", "10%", "-1", "101", "05", "", "٣")
                        .map(value -> bad(two + value, PERCENT + "'" + value + "'", PERCENT_HINT)),
                Stream.of(
                        bad(
                                two + "100",
                                PERCENT + "'100', which is a promote",
                                "to promote, write -c orders.activeColor=green and leave candidatePercent out"),
                        bad("activeColor=blue;version=1.0.0;candidatePercent=10", missing, name),
                        bad("activeColor=blue;version=1.0.0;greenVersion=none;candidatePercent=10", none, name)));
    }

    private static Stream<Case> strategies() {
        return Stream.of(
                        "fast",
                        "rolling",
                        "canary:0%,5m",
                        "canary:100%,5m",
                        "canary:10%,0s",
                        "linear:25%",
                        "linear",
                        "rollout:0%,5m",
                        "rollout",
                        "")
                .map(one -> bad("activeColor=blue;version=1.0.0;strategy=" + one, STRATEGY + one + "'", STRATEGY_HINT));
    }

    private static Stream<Case> allowances() {
        return Stream.of("rollback", "Roll-Back", "true", "")
                .map(one -> bad("activeColor=blue;version=1.0.0;allow=" + one, ALLOW + one + "'", ALLOW_HINT));
    }

    private static Stream<Case> contracts() {
        return Stream.of(
                bad("activeColor=blue;version=1.0.0;contract=yes", "contract must be true, got 'yes'", CONTRACT_HINT),
                bad(
                        "activeColor=blue;version=1.0.0;greenVersion=2.0.0;contract=true;candidatePercent=10",
                        "contract is true, and candidatePercent leaves traffic on both colours",
                        "leave candidatePercent out: one of them does not fit the schema any more"),
                bad(
                        "activeColor=blue;version=1.0.0;contract=true;allow=past-contract",
                        "contract is true, and allow is past-contract",
                        "leave contract out: a schema that was put back is contracted no longer"));
    }

    static Stream<Case> lines() {
        String all = "remove the line; allowed are activeColor, activeColour, version, blueVersion, greenVersion,"
                + " candidatePercent, strategy, contract, allow";
        String pair = "write one name=value a line, or begin it with # to make it a comment";
        return Stream.of(
                bad("activeColor blue", "'activeColor blue' in " + FILE + " is not name=value", pair),
                bad("activeColor: blue", "'activeColor: blue' in " + FILE + " is not name=value", pair),
                bad("image=ami-1", "'image' in " + FILE + " is not a release flag", all),
                bad("=blue", "'' in " + FILE + " is not a release flag", all),
                bad("purple.version=1", "'purple.version' in " + FILE + " is not a release flag", all));
    }

    static Stream<Case> slippedAndDoubleLines() {
        return Stream.of(
                bad(
                        "activecolor=blue",
                        "'activecolor' in " + FILE + " is not a release flag",
                        "did you mean activeColor? write that, or remove the line"),
                bad(
                        "\ufeffactiveColor=blue",
                        "'\\ufeffactiveColor' in " + FILE + " is not a release flag",
                        "did you mean activeColor? write that, or remove the line"),
                bad(
                        "activeColor=blue;version=1.0.0;version=2.0.0",
                        "version is given twice in " + FILE + ", as '1.0.0' and as '2.0.0'",
                        "keep the line you mean"),
                bad(
                        "activeColor=blue;activeColor=blue",
                        "activeColor is given twice in " + FILE + ", as 'blue' and as 'blue'",
                        "keep the line you mean"));
    }

    private static void assertRefused(Runnable reading, String message, String hint) {
        BadReleaseException refusal = catchThrowableOfType(BadReleaseException.class, reading::run);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getMessage()).isEqualTo(message).doesNotContainPattern("\\R");
        assertThat(refusal.hint()).isEqualTo(hint).doesNotContainPattern("\\R");
    }

    private static Case bad(String settings, String message, String hint) {
        return new Case(settings, message, hint);
    }
}
