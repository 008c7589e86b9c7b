package io.teal.operate.offline;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Stack;
import io.teal.operate.account.SynthesizedStack;
import io.teal.release.port.Reads;
import java.time.Clock;
import java.util.List;

/** A synthesized stack taken for deployed and settled. */
public final class SettledStack {
    private SettledStack() {}

    /**
     * A connection to an account that has {@code stack}, with {@code hosts} hosts in each fleet of a version.
     *
     * @throws io.teal.operate.RefusedException if the properties of a service cannot be read
     */
    public static Connection connection(SynthesizedStack stack, int hosts) {
        SettledAccount account = SettledAccount.of(stack.name(), stack.template());
        Stack deployed = Stack.read(account, Reads.IN_TURN, stack.name());
        SettledAws aws = new SettledAws(deployed.services(), deployed.singleFleets(), hosts);
        return new Connection(aws, account, Clock.systemUTC(), time -> {}, Reads.IN_TURN);
    }

    /** What a forecast onto it does not know, for people. */
    public static List<String> assumed(String from, int hosts) {
        return List.of(
                "offline: as if " + from + " were deployed, at rest and healthy, with " + hosts
                        + " hosts in each fleet",
                "  not known: what was moved by hand, alarms, the number of requests,"
                        + " and whether a colour without traffic had some before");
    }
}
