import groovy.json.JsonSlurper
import javax.imageio.ImageIO

import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log)
    .contains('Reading 80 pictures in 2 classes')
    .contains('as images of 20 x 20 pixels in colour (resize)')
    .contains('Training lenet5 adapted to 3 x 20 x 20 images in 2 classes')
    .contains('Passed: accuracy on lamps test')
    .containsPattern(/red .*lamps.red.0\.png/)
    .containsPattern(/green .*lamps.green.0\.png/)
    .contains('Images: 20 x 20 pixels in colour in 2 classes')
    // Without the parameter the pictures are grey, and the model is not for them.
    .contains('the model classifies images in colour, but those of lamps test are grey')
    .contains('set <imageColour>rgb</imageColour>')

def exploration = new JsonSlurper().parse(new File(basedir, 'target/lenet/explore/exploration.json'))
assertThat(exploration.dataset).containsEntry('channels', 3)
// The mean of the green lamps is a picture in colour, with more green than red.
def page = new File(basedir, 'target/lenet/explore/index.html').text
def mean = (page =~ /src="data:image\/png;base64,([^"]+)"[^>]*alt="Mean of the images of class green"/)[0][1]
def picture = ImageIO.read(new ByteArrayInputStream(mean.replace('&#x3D;', '=').decodeBase64()))
def middle = picture.getRGB(10, 10)
assertThat(middle >> 8 & 0xFF).isGreaterThan(2 * (middle >> 16 & 0xFF))
true
