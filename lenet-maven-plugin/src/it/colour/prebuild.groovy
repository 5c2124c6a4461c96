import java.awt.Color
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

// A lamp somewhere on a dark ground. Grey, a red one is as light as a green one.
def random = new Random(1)
[green: new Color(0, 130, 0), red: new Color(255, 0, 0)].each { name, colour ->
  def folder = new File(basedir, "lamps/$name")
  folder.mkdirs()
  40.times { number ->
    def picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)
    def graphics = picture.createGraphics()
    graphics.color = new Color(random.nextInt(20), random.nextInt(20), random.nextInt(20))
    graphics.fillRect(0, 0, 40, 40)
    graphics.color = colour
    graphics.fillOval(2 + random.nextInt(16), 2 + random.nextInt(16), 18, 18)
    graphics.dispose()
    ImageIO.write(picture, 'png', new File(folder, "${number}.png"))
  }
}
true
