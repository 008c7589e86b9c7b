package io.teal.operate.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.TealException;
import io.teal.release.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTest {
    private static ReleaseRequest request(String words) {
        return ReleaseFormat.parseFile(words.replace(' ', '\n'), "web.properties");
    }

    private static Transition move(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "start" -> new Transition.Start(Version.of(words[1]));
            case "rest" -> new Transition.Rest(Integer.parseInt(words[1]));
            case "back" -> new Transition.Back(false);
            case "retire" -> new Transition.Retire();
            case "again" -> new Transition.To(Version.of(words[1]), true);
            default -> new Transition.To(Version.of(words[0]), false);
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2.0.0 | activeColor=blue blueVersion=1 greenVersion=none | activeColor=green blueVersion=1 greenVersion=2.0.0
            2.0.0 | activeColor=blue version=1 greenVersion=2.0.0    | activeColor=green blueVersion=1 greenVersion=2.0.0
            3     | activeColor=green blueVersion=1 greenVersion=2   | activeColor=green blueVersion=3 greenVersion=2
            start 2 | activeColor=blue blueVersion=1 greenVersion=none | activeColor=blue blueVersion=1 greenVersion=2
            rest 10 | activeColor=blue blueVersion=1 greenVersion=2  | activeColor=blue blueVersion=1 greenVersion=2 candidatePercent=10
            rest 0  | activeColor=blue blueVersion=1 greenVersion=2 candidatePercent=10 | activeColor=blue blueVersion=1 greenVersion=2
            back    | activeColor=green blueVersion=1 greenVersion=2 | activeColor=blue blueVersion=1 greenVersion=2 allow=roll-back
            retire  | activeColor=green blueVersion=1 greenVersion=2 | activeColor=green blueVersion=none greenVersion=2
            again 1 | activeColor=blue blueVersion=1 greenVersion=none | activeColor=green blueVersion=1 greenVersion=1
            """)
    void aMoveGivesTheNextRelease(String move, String before, String after) {
        assertThat(move(move).from(request(before))).isEqualTo(request(after));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1      | activeColor=blue version=1 greenVersion=none | blue is active and runs 1 already
            2      | activeColor=blue version=1                   | cannot start 2: the release does not say what green runs
            3      | activeColor=blue version=1 greenVersion=2 candidatePercent=5 | cannot start 3: 5 percent of production rests on green
            retire | activeColor=blue version=1 greenVersion=none | cannot retire: green runs nothing
            back   | activeColor=blue version=1 greenVersion=none | cannot roll back: green runs nothing
            rest 100 | activeColor=blue version=1 greenVersion=2  | candidatePercent must be from 0 to 99, got 100
            """)
    void aMoveThatTheReleaseDoesNotAllowIsRefusedWithWhatToDo(String move, String before, String message) {
        assertThatThrownBy(() -> move(move).from(request(before)))
                .isInstanceOfSatisfying(
                        TealException.class,
                        refused -> assertThat(refused.hint()).isNotBlank().doesNotContain(";"))
                .hasMessage(message);
    }

    @Test
    void theStrategyStaysAndTheLeaveToRollBackDoesNot() {
        ReleaseRequest before =
                request("activeColor=blue version=1 greenVersion=2 allow=roll-back strategy=canary:10%,5m");
        assertThat(move("2").from(before))
                .isEqualTo(request("activeColor=green blueVersion=1 greenVersion=2 strategy=canary:10%,5m"));
    }
}
