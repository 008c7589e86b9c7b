package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.teal.rehearsal.process.Sandbox;
import io.teal.release.port.AwsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RehearseCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int teal(String... arguments) {
        CommandLine line = Teal.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --rate 0              | --rate must be from 1 to 5000, got 0
                    --speed 0.5           | --speed must be from 1 to 1000, got 0.5
                    --html no/a.html      | cannot write --html no/a.html
                    --json no/a.json      | cannot write --json no/a.json
                    --path orders         | --path must begin with / or http://, got 'orders'
                    --flags blue          | --flags must be name=value pairs, got 'blue'
                    --templates none.json | cannot read template none.json
                    --templates a --stack b | --templates does not go with --flags
                    --parameters A=1      | --parameters goes with --templates only
                    --all --parameters A=1 | --fault and --all do not go with --templates, --parameters
                    --templates a b --parameters A=1 | --parameters is given 1 times, for 2 templates
                    --templates a --parameters b | --parameters must be Name=value pairs
                    --rate many           | Invalid value for option '--rate'
                    --all --command x     | --command does not go with --all or --by-the-clock
                    --fast --command x    | --fast does not go with --command: a command is a real process
                    --fast --bundles x    | --fast does not go with --bundles: their scripts are real processes
                    --fast --speed 60     | --fast does not go with --speed: nothing is waited for
                    --fast --hook x       | --fast does not go with --hook or --probe
                    --templates a=x y     | --templates names the stack of some templates, and not of y
                    --unknown             | Unknown option: '--unknown'
                    """)
    void badInputIsRefusedInOneLineAndAHint(String arguments, String message) {
        assertThat(teal(("rehearse " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("teal: " + message);
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void bundlesWithoutASandboxNeedAWord() {
        assumeThat(Sandbox.works()).as("bubblewrap").isFalse();
        assertThat(teal("rehearse", "--bundles", "x")).isEqualTo(2);
        assertThat(err.toString()).startsWith("teal: --bundles runs the scripts of x, and there is no bubblewrap");
    }

    @Test
    void aFileNameThatTheMachineCannotHaveIsRefusedInALine() {
        assertThat(teal("rehearse", "--templates", "a\0b.json")).isEqualTo(2);
        assertThat(err.toString())
                .contains("its characters are not in the locale's set")
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void helpListsTheExitCodes() {
        assertThat(teal("rehearse", "--help")).isZero();
        assertThat(out.toString())
                .contains("0  nothing lost", "1  requests were lost", "3  run invalid", "6  a version", "70  ");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aLongMessageOfTheSdkIsCutAtAWord() {
        AwsException unanswered =
                new AwsException("Unanswered", "Unable to load credentials " + "here ".repeat(99), null);
        ErrorTable shown = ErrorTable.of(new IllegalStateException(unanswered));
        assertThat(shown.message()).startsWith("Unanswered: Unable to load").endsWith("here ...");
        assertThat(shown.message().length()).isLessThan(180);
        assertThat(shown.hint()).startsWith("sign in");
    }

    @Test
    void anUnknownErrorIsABug() {
        ErrorTable bug = ErrorTable.of(new IllegalStateException("surprise"));
        assertThat(bug.exit()).isEqualTo(ExitCode.BUG);
        assertThat(bug.message()).contains("surprise");
    }
}
