import java.awt.Color
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

// A bar at the left, in the middle or at the right, in pictures larger than the images that they become.
def random = new Random(1)
['left', 'middle', 'right'].eachWithIndex { name, place ->
  def folder = new File(basedir, "bars/$name")
  folder.mkdirs()
  40.times { number ->
    def picture = new BufferedImage(72, 54, BufferedImage.TYPE_INT_RGB)
    def graphics = picture.createGraphics()
    graphics.color = new Color(20 + random.nextInt(40), 20, 20)
    graphics.fillRect(0, 0, 72, 54)
    graphics.color = Color.WHITE
    graphics.fillRect(4 + 24 * place + random.nextInt(8), 4 + random.nextInt(6), 8, 40)
    graphics.dispose()
    ImageIO.write(picture, 'png', new File(folder, "${number}.png"))
  }
}
true
