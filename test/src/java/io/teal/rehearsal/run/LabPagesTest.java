package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/lab.md} word for word up to AWS's door, under load on the virtual clock; the Korean page does the same.
 */
class LabPagesTest {
    private static final Pattern DEPLOY = Pattern.compile("(?m)^\\$ npx cdk deploy (.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

    @Test
    void everyDeployOfThePageInItsOrderLosesNothing() throws Exception {
        ExampleRun lab = new ExampleRun("lab", "lab");
        List<String> commands = deploys("lab.md");
        assertThat(commands).hasSize(8);
        Leg[] legs = new Leg[commands.size()];
        for (int i = 0; i < legs.length; i++) {
            legs[i] = lab.deploy((i + 1) + " " + commands.get(i), commands.get(i));
        }
        lab.run(ExampleRun.usual(), legs).lostNothing().endsAt("blue", "3.0.0");
    }

    @Test
    void thePagesHaveTheSameCommandsCodeAndRows() throws Exception {
        assertThat(all(CODE, "lab.ko.md")).isEqualTo(all(CODE, "lab.md")).hasSize(8);
        assertThat(all(ROW, "lab.ko.md")).isEqualTo(all(ROW, "lab.md"));
    }

    private static List<String> deploys(String page) throws IOException {
        return all(DEPLOY, page).stream()
                .map(command -> DEPLOY.matcher(command).replaceFirst("$1").replace("-c ", ""))
                .toList();
    }

    private static List<String> all(Pattern what, String page) throws IOException {
        return what.matcher(Files.readString(Path.of("docs", page)))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
