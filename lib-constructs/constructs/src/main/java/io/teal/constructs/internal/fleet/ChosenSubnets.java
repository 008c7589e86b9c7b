package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.Remembered;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SelectedSubnets;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/** The subnets of a VPC that a selection chooses: looked up once for all fleets, as jsii asks for each part of them. */
public final class ChosenSubnets {
    private static final Remembered<Map<SubnetSelection, SelectedSubnets>> KNOWN =
            new Remembered<>(vpc -> new HashMap<>());

    private ChosenSubnets() {}

    /** The subnets of {@code vpc}. */
    public static synchronized SelectedSubnets of(IVpc vpc, SubnetSelection selection) {
        return KNOWN.of(vpc).computeIfAbsent(selection, vpc::selectSubnets);
    }
}
