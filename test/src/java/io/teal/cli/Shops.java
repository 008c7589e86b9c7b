package io.teal.cli;

import io.teal.operate.Shop;
import io.teal.operate.account.Connection;
import io.teal.release.port.Reads;

/** Ways to an account in memory. */
final class Shops {
    private Shops() {}

    static StackVerb.Opener opener(Shop shop) {
        return (profile, region) -> new Connection(shop.aws, shop.account, shop.clock, shop.clock, Reads.IN_TURN);
    }
}
