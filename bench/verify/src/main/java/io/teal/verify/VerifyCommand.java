package io.teal.verify;

import io.teal.release.Contract;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/verify-on-aws}. */
@Command(
        name = "verify-on-aws",
        description = {
            "Measures in your account what docs/assumptions.md relies on.",
            "Makes one stack (a VPC, a load balancer, three small functions, two",
            "t4g.nano hosts), measures for about half an hour, prints a line for each",
            "assumption, and deletes the stack, whatever happens. Costs well under a",
            "dollar. It has not been run by those who wrote it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "Exit codes:%n",
        footer = {
            "   0  all were seen",
            "   1  one was not seen, or came to no result",
            "   2  nothing was done: an option is missing or wrong",
            "   4  a call to AWS failed before anything could be measured",
            "   5  the stack could not be deleted: the line says how"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Function<String, Lab> labs;

    @Option(names = "--account", required = true, description = "account id; must match the credentials")
    private String account;

    @Option(names = "--region", required = true, description = "where, as eu-west-1")
    private String region;

    @Option(names = "--yes", description = "really do it; without it this only says what it would do")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    /** Measures in the lab that {@code labs} opens in a region. */
    VerifyCommand(Function<String, Lab> labs) {
        this.labs = labs;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!yes) {
            Arrays.stream(Assumption.values())
                    .forEach(assumption -> out.println(assumption + "  " + assumption.claim()));
            out.println("nothing was done; --yes makes the stack in account " + account + ", " + region);
            return Verification.SEEN;
        }
        Lab lab = labs.apply(region);
        String found = lab.account();
        if (!found.equals(account)) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("teal: --account is " + account + ", and the credentials belong to " + found);
            err.println("hint: choose the profile of that account with AWS_PROFILE");
            return Contract.EXIT_BAD_INPUT;
        }
        return new Verification(lab, out).run();
    }
}
