package com.example.shop;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/** The CDK app: one service, released blue/green. */
public final class ShopApp {
    private ShopApp() {}

    /** Called by the CDK. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(() -> stack(new App()).synth(), System.err));
    }

    static App stack(App app) {
        Stack stack = new Stack(app, "shop");
        BlueGreenService.Builder.create(stack, "Shop")
                .serviceName("shop")
                .release(ReleaseContext.of(stack, "shop"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .build();
        return app;
    }
}
