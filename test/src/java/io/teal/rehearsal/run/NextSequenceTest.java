package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.cli.Teal;
import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code bin/teal next --by} prints, deployed in that order, under load on the virtual clock. */
class NextSequenceTest {
    private static final String MORE_THAN_AN_HOUR = "linear:34%,31m";
    private static final String DEPLOY = "npx cdk deploy ";
    private static final String SLEEP = "sleep ";
    private static final Pattern FLAG = Pattern.compile("-c (\\S+=\\S+)");

    @Test
    void whatItPrintsLosesNothing() throws Exception {
        ExampleRun web = new ExampleRun("default", "web");
        List<Leg> legs = new ArrayList<>(List.of(web.deploy("first", ONE)));
        for (String command : printed()) {
            legs.add(leg(command, legs.size(), web));
        }
        assertThat(legs).hasSize(1 + 3 + 2);
        Outcome outcome = web.run(ExampleRun.usual(), legs.toArray(Leg[]::new));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.weight("green", "1")).isEqualTo(34);
        assertThat(outcome.weight("green", "3")).isEqualTo(68);
    }

    /** Its commands, in order, without remarks. */
    private static List<String> printed() {
        StringWriter out = new StringWriter();
        CommandLine teal = Teal.commandLine().setOut(new PrintWriter(out, true));
        String line = "next 2.0.0 --by " + MORE_THAN_AN_HOUR
                + " -c activeColor=blue -c blueVersion=1.0.0 -c greenVersion=none";
        assertThat(teal.execute(line.split(" "))).isZero();
        return out.toString()
                .replace("\\\n", "")
                .lines()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .toList();
    }

    private static Leg leg(String command, int number, ExampleRun web) throws IOException {
        String name = Integer.toString(number);
        if (command.startsWith(SLEEP)) {
            String seconds = command.substring(SLEEP.length()).replace(" &&", "");
            return new Leg.Unchanged(name, Duration.ofSeconds(Long.parseLong(seconds)));
        }
        assertThat(command).startsWith(DEPLOY);
        Matcher flags = FLAG.matcher(command);
        return web.deploy(name, flags.results().map(flag -> flag.group(1)).collect(Collectors.joining(" ")));
    }
}
