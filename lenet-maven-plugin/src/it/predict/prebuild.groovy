import io.github.lenet.dataset.IdxWriter
import io.github.lenet.dataset.Split
import io.github.lenet.fixtures.SyntheticDigits
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

def digits = SyntheticDigits.test(200, 99L)
IdxWriter.write(new File(basedir, 'idx').toPath(), Split.TEST, digits)
// Dark ink on a light background.
def picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY)
for (pixel in 0..<784) {
  picture.raster.setSample(pixel % 28, pixel.intdiv(28), 0, 255 - (digits.pixels()[digits.pixelOffset(7) + pixel] & 0xFF))
}
new File(basedir, 'pictures').mkdirs()
ImageIO.write(picture, 'png', new File(basedir, 'pictures/seven.png'))
new File(basedir, 'text.png').text = 'seven'
true
