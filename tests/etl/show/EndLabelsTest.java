//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class EndLabelsTest {

    @Test
    void labelsWithRoomStayWhereTheyAre() {
        assertArrayEquals(
                new double[] {10, 50, 90}, EndLabels.spread(new double[] {10, 50, 90}, 20, 0, 100));
    }

    @Test
    void labelsThatCollideMoveApartAroundTheirMiddle() {
        assertArrayEquals(
                new double[] {39, 59}, EndLabels.spread(new double[] {48, 50}, 20, 0, 100), 1e-9);
    }

    @Test
    void aChainOfCollisionsMovesTogether() {
        assertArrayEquals(
                new double[] {30, 50, 70},
                EndLabels.spread(new double[] {45, 50, 55}, 20, 0, 100),
                1e-9);
    }

    @Test
    void labelsStayInsideThePlot() {
        assertArrayEquals(
                new double[] {0, 20}, EndLabels.spread(new double[] {-30, -30}, 20, 0, 100), 1e-9);
        assertArrayEquals(
                new double[] {80, 100}, EndLabels.spread(new double[] {99, 99}, 20, 0, 100), 1e-9);
    }

    @Test
    void tooManyLabelsKeepTheirGap() {
        assertArrayEquals(
                new double[] {0, 20, 40},
                EndLabels.spread(new double[] {5, 5, 5}, 20, 0, 30),
                1e-9);
    }
}
