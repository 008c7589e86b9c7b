package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.cli.ShownRefusals;
import io.teal.constructs.SynthErrors;
import io.teal.release.preflight.Rule;
import io.teal.release.preflight.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes {@code docs/refusals.md} from what is really printed. */
class RefusalsPageTest {
    private static final Pattern FLAG = Pattern.compile("-c (\\w+)=(\\S+)");
    /** What these ask for is no flag. */
    private static final Set<Rule> UNFLAGGED =
            Set.of(Rule.PORTS_STAY, Rule.FLEET_CAN_CARRY, Rule.NIGHT_IS_FAR, Rule.CONTRACT_IS_OF_WHAT_RUNS);

    private static final Path PAGE = Path.of("docs", "refusals.md");

    private static final String HEAD = """
            # What is refused

            Every refusal of a deploy, of flags and of the command line, as the terminal shows it. This page is written by a
            test that provokes each of them (`RefusalsPageTest`); `-Dgolden.update=true` rewrites it.

            What a construct's own settings may be stands in the Javadoc of each setting, and is refused in the same form.

            ## By Preflight, before anything that serves is touched

            CloudFormation shows the sentence behind words of its own, and then rolls the stack back, which touches nothing:

                UPDATE_FAILED | Custom::TealPreflight | Received response status [FAILED] from custom resource.
                Message returned: green runs 2.0.0 and your flags do not name it; add ... (RequestId: ...)

            `bin/teal plan` says the same beforehand.
            """;

    @TempDir
    Path folder;

    @Test
    void theExamplesOfPreflightAreRefusedByTheRuleTheyStandFor() {
        assertThat(Refusals.deploys())
                .allSatisfy(deploy -> assertThat(refused(deploy).rule()).isEqualTo(deploy.rule()));
        assertThat(Refusals.deploys())
                .extracting(Refusals.Deploy::rule)
                .containsExactlyElementsOf(Arrays.asList(Rule.values()));
    }

    @Test
    void theFlagsThatARefusalOfPreflightNamesAreAccepted() {
        List<Refusals.Deploy> withFlags = Refusals.deploys().stream()
                .filter(deploy -> !UNFLAGGED.contains(deploy.rule()))
                .toList();
        assertThat(withFlags)
                .allSatisfy(deploy -> assertThat(deploy.shop().verdict(deploy.settled(), mended(deploy)))
                        .as(mended(deploy))
                        .isInstanceOf(Verdict.Accepted.class));
    }

    /** What was asked with the flags of the first remedy over it. */
    private static String mended(Refusals.Deploy deploy) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : deploy.asked().split(" ")) {
            words.put(word.split("=")[0], word);
        }
        String remedy = refused(deploy).remedy();
        String first = remedy.substring(remedy.indexOf("-c ")).split(" or ")[0];
        Matcher flags = FLAG.matcher(first);
        while (flags.find()) {
            words.put(flags.group(1), flags.group(1) + "=" + flags.group(2));
        }
        return String.join(" ", words.values());
    }

    @Test
    void thePageOfRefusalsIsWhatIsPrinted() throws IOException {
        String page = HEAD + preflight() + "\n## By synth, before CloudFormation is asked\n\n```text\n" + synth()
                + "```\n" + "\n## By the command line\n\n```text\n" + ShownRefusals.all(folder) + "```\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("rewrite it with -Dgolden.update=true").content().isEqualTo(page);
    }

    private static Verdict.Refused refused(Refusals.Deploy deploy) {
        return (Verdict.Refused) deploy.shop().verdict(deploy.settled(), deploy.asked());
    }

    private static String preflight() {
        return Refusals.deploys().stream()
                .map(deploy -> "\n**" + deploy.live() + "**\n\n```text\n$ cdk deploy " + flags(deploy.asked()) + "\n"
                        + refused(deploy).line() + "\n```\n")
                .collect(Collectors.joining());
    }

    private String synth() {
        return Refusals.flags().stream()
                .map(row -> "$ cdk deploy " + flags(row.flags()) + "\n" + printed(row.flags()))
                .collect(Collectors.joining("\n"));
    }

    private static String flags(String words) {
        return Arrays.stream(words.split(" ")).map(word -> "-c " + word).collect(Collectors.joining(" "));
    }

    private String printed(String flags) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(printed, true, StandardCharsets.UTF_8);
        SynthErrors.guard(
                () -> Apps.build("default", flags, folder.resolve("assembly")).synth(), errors);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
