package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

class RepeatedCommandTest {
    private static String again(String... arguments) {
        ParseResult given = Teal.commandLine().parseArgs(arguments).subcommand();
        return new RepeatedCommand(given).command(List.of("--seed", "7"), Set.of("--seed", "--json", "--html"));
    }

    @Test
    void whatWasGivenIsGivenAgainButForTheSeedAndTheFiles() {
        assertThat(again("rehearse", "--seed", "1", "--rate", "50", "--html", "a.html", "--json", "a.json"))
                .isEqualTo("bin/teal rehearse --seed 7 --rate 50");
    }

    @Test
    void anOptionGivenTwiceIsGivenTwiceAndOneWithSeveralValuesOnce() {
        assertThat(again("rehearse", "--flags", "activeColor=blue a=1", "--flags", "activeColor=green"))
                .isEqualTo("bin/teal rehearse --seed 7 --flags 'activeColor=blue a=1' --flags activeColor=green");
        assertThat(again("rehearse", "--templates", "a.json", "b.json", "--no-wait"))
                .contains("--templates a.json b.json")
                .contains("--no-wait");
    }

    @Test
    void whatAShellWouldReadIsQuoted() {
        assertThat(again("rehearse", "--command", "echo 'a' $HOME")).endsWith("--command 'echo '\\''a'\\'' $HOME'");
    }
}
