package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.SynthesizedStack;
import io.teal.operate.offline.SettledStack;
import io.teal.operate.plan.PlanJson;
import io.teal.operate.plan.PlanReader;
import io.teal.operate.plan.PlanText;
import io.teal.operate.plan.PriceText;
import io.teal.rehearsal.journey.CdkApp;
import io.teal.rehearsal.journey.Synth;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal plan}: what a deploy would do. */
@Command(
        name = "plan",
        description = {
            "Shows what a deploy would do to traffic, fleets and cost, and whether it would be refused.",
            "Runs the app of the nearest cdk.json, and compares with what is live. Changes nothing."
        })
final class PlanCommand extends StackVerb {
    private static final int HOSTS = 2;

    @Option(
            names = {"-c", "--context"},
            paramLabel = "NAME=VALUE",
            description = "a flag, as cdk deploy would get it; as often as needed")
    private Map<String, String> context = new LinkedHashMap<>();

    @Option(names = "--cdk-out", paramLabel = "FOLDER", description = "takes what cdk synth wrote there instead")
    private Path out;

    @Option(
            names = "--offline",
            paramLabel = "FOLDER",
            description = "takes what cdk synth wrote there, of the release before, for what is live; needs no account")
    private Path before;

    @Option(names = "--hosts", paramLabel = "COUNT", description = "hosts of each fleet with --offline. Default: 2")
    private Integer hosts;

    @Option(
            names = "--price",
            paramLabel = "PRICE",
            description = "of one host and hour, as 0.0228: prints what the deploy and the choice after it cost")
    private Double price;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    PlanCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (price != null && !(price > 0)) {
            throw new RefusedException("--price must be more than 0, got " + price, "give what one host costs an hour");
        }
        requireOfflineOptions();
        SynthesizedStack stack = synthesized();
        PlanReader.Outlook outlook = new PlanReader(connection(stack)).read(stack.name(), stack.template());
        if (json) {
            printJson(PlanJson.text(outlook, before != null));
        } else {
            if (before != null) {
                print(SettledStack.assumed(before.toString(), hosts()));
            }
            print(PlanText.lines(outlook, Optional.ofNullable(price).map(PriceText::new)));
        }
        return (outlook.accepted() ? ExitCode.ACCEPTED : ExitCode.REFUSED).code();
    }

    private void requireOfflineOptions() {
        if (before == null && hosts != null) {
            throw new RefusedException("--hosts goes with --offline; what is live has hosts", "leave it out");
        }
        if (before != null && choosesAccount()) {
            throw new RefusedException("--offline asks no account", "leave out --profile and --region");
        }
        if (hosts != null && hosts < 1) {
            throw new RefusedException("--hosts must be 1 or more, got " + hosts, "write how many one fleet has");
        }
    }

    private int hosts() {
        return hosts == null ? HOSTS : hosts;
    }

    private Connection connection(SynthesizedStack next) {
        return before == null
                ? open()
                : SettledStack.connection(SynthesizedStack.in(before, Optional.of(next.name())), hosts());
    }

    private SynthesizedStack synthesized() throws IOException, InterruptedException {
        if (out != null && !context.isEmpty()) {
            throw new RefusedException(
                    "--cdk-out does not go with -c, which is for running the app", "leave out one or the other");
        }
        if (out != null) {
            return SynthesizedStack.in(out, named());
        }
        try (ChildProcesses processes = new ChildProcesses()) {
            Path folder = new Synth(CdkApp.find(Path.of("")), processes).run(context);
            return SynthesizedStack.in(folder, named());
        }
    }
}
