package io.teal.operate.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothingThatATerminalObeysIsLeft() {
        assertThat(PlainText.clean("\u001b[31mred\u001b[0m")).isEqualTo("?[31mred?[0m");
        assertThat(PlainText.clean("\u009b2Jgone")).isEqualTo("?2Jgone");
        assertThat(PlainText.clean("bell\u0007 del\u007f nul\u0000")).isEqualTo("bell? del? nul?");
        assertThat(PlainText.clean("right\u202eleft \u2066x\u2069 \u200bnone\ufeff"))
                .isEqualTo("right?left ?x? ?none?");
        assertThat(PlainText.clean("a\u2028b\u2029c\u0085d")).isEqualTo("a?b?c?d");
        assertThat(PlainText.clean("half \ud83d")).isEqualTo("half ?");
    }

    @Test
    void linesAndTabsAreBlanksAndLettersStay() {
        assertThat(PlainText.clean("  Error:\tx\r\n  at Shop.main\n")).isEqualTo("Error: x    at Shop.main");
        assertThat(PlainText.clean("\uc624\ub958 \u00e4 \ud83d\ude00")).isEqualTo("\uc624\ub958 \u00e4 \ud83d\ude00");
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(PlainText.cut("12345678", 8)).isEqualTo("12345678");
        assertThat(PlainText.cut("123456789", 8)).isEqualTo("12345...");
        assertThat(PlainText.cut("", 8)).isEmpty();
    }

    @Test
    void lettersThatTakeTwoColumnsCountTwice() {
        assertThat(PlainText.cut("\uc624\ub958\uc624\ub958", 8)).isEqualTo("\uc624\ub958\uc624\ub958");
        assertThat(PlainText.cut("\uc624\ub958\uc624\ub958!", 8)).isEqualTo("\uc624\ub958...");
        assertThat(PlainText.cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00!", 8))
                .isEqualTo("\ud83d\ude00\ud83d\ude00...");
    }
}
