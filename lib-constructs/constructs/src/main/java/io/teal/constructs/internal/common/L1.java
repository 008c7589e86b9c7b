package io.teal.constructs.internal.common;

import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/** The CloudFormation resource behind a construct of the CDK's: its L1. */
public final class L1 {
    private L1() {}

    /** The one resource that {@code construct} is made for. */
    public static CfnResource of(IConstruct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }
}
